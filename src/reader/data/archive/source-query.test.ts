import { sha256 } from '@noble/hashes/sha2.js'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { toFileHash } from '#contract/file-names.ts'
import { toHex } from '#core/bytes/to-hex.ts'
import { parsePostId } from '#core/post/post-id.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { sourceQuery } from './source-query.ts'

const id = parsePostId('2020-08-30-abcdefgh')
if (id === undefined) throw new Error('no such id')

const pack = new TextEncoder().encode('the file of anotherthe file')
const file = pack.slice(19)
const source = { sha256: toHex(sha256(file)) }
const keptSource = { pack: toFileHash(sha256(pack)), start: 19, bytes: 8 }

afterEach(() => vi.unstubAllGlobals())

/** Answers every request with these bytes. */
function serve(bytes: Uint8Array) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(new Uint8Array(bytes))))
}

async function read(body: Omit<Parameters<typeof sourceQuery>[0], 'id'>) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  try {
    return await client.fetchQuery(
      sourceQuery({ id, ...body } as Parameters<typeof sourceQuery>[0]),
    )
  } catch (error) {
    return error instanceof DataError ? error.kind : error
  }
}

describe('A16 the source file of a post', () => {
  test('is cut out of its pack and proven by the hash of its body', async () => {
    serve(pack)
    expect(await read({ source, keptSource })).toEqual({ bytes: file, isProven: true })
  })

  test('is not asked for where the site does not hold it', async () => {
    expect(await read({ source })).toBe(null)
    expect(await read({ keptSource })).toBe(null)
  })

  test.each([
    ['another pack', new TextEncoder().encode('other bytes'), {}, 'corrupt'],
    ['another file in its place', pack, { start: 18, bytes: 9 }, 'corrupt'],
    ['a place beyond the pack', pack, { bytes: 9 }, 'contract'],
  ])('is refused with %s', async (_, bytes, place, kind) => {
    serve(bytes)
    expect(await read({ source, keptSource: { ...keptSource, ...place } })).toBe(kind)
  })

  test('is said to be unproven where the browser cannot hash', async () => {
    vi.stubGlobal('crypto', {})
    serve(pack)
    expect(await read({ source, keptSource })).toEqual({ bytes: file, isProven: false })
  })
})
