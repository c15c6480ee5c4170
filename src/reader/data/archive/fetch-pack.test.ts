import { sha256 } from '@noble/hashes/sha2.js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { FileHash } from '#contract/file-names.ts'
import { cutPack, hashPack, toPackBytes } from '#contract/pack-file.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { bodyAt, fetchPack } from './fetch-pack.ts'

const bodies = ['a', 'b', 'c'].map((name, at) => ({
  id: `2020-08-30-abcdefg${at + 2}`,
  file: `news/_posts/${name}.md`,
  parts: [`<p>${name}</p>`],
}))
const whole = toPackBytes({
  firstOrdinal: 64,
  bodies: bodies.map((body) => new TextEncoder().encode(JSON.stringify(body))),
})
const hash: FileHash = (await hashPack(whole, sha256)) ?? ('' as FileHash)

afterEach(() => vi.unstubAllGlobals())

/** Answers every request with these bytes. */
function serve(bytes: Uint8Array) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(new Uint8Array(bytes))))
}

async function kindOf(reading: Promise<unknown>): Promise<string> {
  const error: unknown = await reading.catch((reason: unknown) => reason)
  return error instanceof DataError ? error.kind : 'read'
}

describe('A4 a pack', () => {
  test('is read when it is proven', async () => {
    serve(whole)
    const pack = await fetchPack(hash)
    expect([64, 65, 66].map((ordinal) => bodyAt(pack, ordinal))).toEqual(bodies)
  })

  test.each([
    ['another text', (text: string) => text.replace('<p>b</p>', '<p>x</p>')],
    ['a body more', (text: string) => text.replace('\n]}', `,\n${JSON.stringify(bodies[0])}\n]}`)],
    ['another first ordinal', (text: string) => text.replace('64', '65')],
    ['the same JSON in one line', (text: string) => JSON.stringify(JSON.parse(text))],
    ['a page', () => '<!doctype html>'],
  ])('is refused with %s', async (_, change) => {
    serve(new TextEncoder().encode(change(new TextDecoder().decode(whole))))
    expect(await kindOf(fetchPack(hash))).toBe('corrupt')
  })

  test('that is cut gives the bodies it has, and no others', async () => {
    serve(await cutPack(whole, (place) => place === 1, sha256))
    const pack = await fetchPack(hash)
    expect(bodyAt(pack, 65)).toEqual(bodies[1])
    expect(() => bodyAt(pack, 64)).toThrow(expect.objectContaining({ kind: 'corrupt' }))
    expect(() => bodyAt(pack, 67)).toThrow(expect.objectContaining({ kind: 'contract' }))
  })

  test('that is cut in a cache is read whole from the host', async () => {
    const cut = await cutPack(whole, () => false, sha256)
    vi.stubGlobal('fetch', (_: string, { cache }: RequestInit) =>
      Promise.resolve(new Response(new Uint8Array(cache === 'reload' ? whole : cut))),
    )
    expect(bodyAt(await fetchPack(hash), 64)).toEqual(bodies[0])
  })

  test('outside secure contexts is read unproven, as every file is', async () => {
    vi.stubGlobal('crypto', {})
    serve(whole)
    expect(await kindOf(fetchPack('a'.repeat(26) as FileHash))).toBe('read')
  })
})
