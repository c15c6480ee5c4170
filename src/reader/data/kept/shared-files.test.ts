import { afterEach, expect, test, vi } from 'vitest'
import { silenceMs } from '#reader/data/files/silence-limit.ts'
import { fetchAsset } from './shared-files.ts'

const { signal } = new AbortController()

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test.each([
  ['does not answer', undefined],
  ['stops half way', new TextEncoder().encode('half')],
])('S24 a host that %s is late', async (_, piece) => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', (_address: string, { signal: limit }: RequestInit) => {
    const silence = (hear: (reason: Error) => void) => {
      limit?.addEventListener('abort', () => hear(limit.reason as Error))
    }
    if (piece === undefined) return new Promise((_, reject) => silence(reject))
    const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      controller.enqueue(piece)
      silence((reason) => controller.error(reason))
    }
    return Promise.resolve(new Response(new ReadableStream({ start })))
  })
  const failure = fetchAsset('assets/a.js', signal).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(silenceMs)
  await vi.advanceTimersByTimeAsync(silenceMs)
  expect(await failure).toMatchObject({ kind: 'late', path: 'assets/a.js' })
})

test('a file is read with its headers', async () => {
  const answer = new Response('code', { headers: { 'content-type': 'text/javascript' } })
  vi.stubGlobal('fetch', () => Promise.resolve(answer))
  const sent = await fetchAsset('assets/a.js', signal)
  expect(sent).toMatchObject({ path: 'assets/a.js', bytes: 4 })
  expect(sent.answer.headers.get('content-type')).toBe('text/javascript')
  expect(await sent.answer.text()).toBe('code')
})
