import { describe, expect, test } from 'vitest'
import type { BlockRequest } from '#search/engine/search-source.ts'
import { BlockCache } from './block-cache.ts'

/** A host whose responses the test supplies by hand. */
function makeHost() {
  const asked: string[] = []
  const aborted: string[] = []
  const answers = new Map<string, (bytes: Uint8Array | Error) => void>()
  const fetch = (path: string, { signal }: BlockRequest) => {
    asked.push(path)
    return new Promise<Uint8Array>((resolve, reject) => {
      signal.addEventListener('abort', () => {
        aborted.push(path)
        reject(new DOMException('aborted', 'AbortError'))
      })
      answers.set(path, (bytes) => {
        if (bytes instanceof Error) reject(bytes)
        else resolve(bytes)
      })
    })
  }
  const answer = (path: string, bytes: Uint8Array | Error = new Uint8Array(10)) =>
    answers.get(path)?.(bytes)
  return { asked, aborted, answer, fetch }
}

const isProven = () => true
const never = { isProven, signal: new AbortController().signal }

describe('the block cache', () => {
  test('fetches a block once for several waiting callers', async () => {
    const host = makeHost()
    const cache = new BlockCache(host.fetch, 100)
    const both = Promise.all([cache.get('a', never), cache.get('a', never)])
    host.answer('a')
    await both
    await cache.get('a', never)
    expect(host.asked).toEqual(['a'])
  })

  test('evicts the least recently used block', async () => {
    const host = makeHost()
    const cache = new BlockCache(host.fetch, 25)
    const get = async (path: string) => {
      const bytes = cache.get(path, never)
      host.answer(path)
      await bytes
    }
    for (const path of ['a', 'b', 'a', 'c', 'a', 'b']) await get(path)
    expect(host.asked).toEqual(['a', 'b', 'c', 'b'])
  })

  test('keeps a block larger than its limit until the next one', async () => {
    const host = makeHost()
    const cache = new BlockCache(host.fetch, 5)
    const first = cache.get('a', never)
    host.answer('a')
    await first
    await cache.get('a', never)
    expect(host.asked).toEqual(['a'])
  })

  test('keeps fetching for the second caller when the first aborts', async () => {
    const host = makeHost()
    const cache = new BlockCache(host.fetch, 100)
    const leaving = new AbortController()
    const first = cache.get('a', { isProven, signal: leaving.signal })
    const second = cache.get('a', never)
    leaving.abort()
    await expect(first).rejects.toThrow('abort')
    expect(host.aborted).toEqual([])
    host.answer('a')
    await expect(second).resolves.toHaveLength(10)
  })

  test('aborts a fetch when its last caller aborts, and fetches again later', async () => {
    const host = makeHost()
    const cache = new BlockCache(host.fetch, 100)
    const leaving = new AbortController()
    const first = cache.get('a', { isProven, signal: leaving.signal })
    leaving.abort()
    await expect(first).rejects.toThrow('abort')
    expect(host.aborted).toEqual(['a'])
    const again = cache.get('a', never)
    host.answer('a')
    await again
    expect(host.asked).toEqual(['a', 'a'])
  })

  test('does not cache failures', async () => {
    const host = makeHost()
    const cache = new BlockCache(host.fetch, 100)
    const failing = cache.get('a', never)
    host.answer('a', new Error('offline'))
    await expect(failing).rejects.toThrow('offline')
    const again = cache.get('a', never)
    host.answer('a')
    await expect(again).resolves.toHaveLength(10)
  })

  test('fetches nothing for a caller that has already aborted', async () => {
    const host = makeHost()
    const cache = new BlockCache(host.fetch, 100)
    await expect(cache.get('a', { isProven, signal: AbortSignal.abort() })).rejects.toThrow('abort')
    expect(host.asked).toEqual([])
  })
})
