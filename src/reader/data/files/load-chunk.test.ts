// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { loadChunk, stuckChunkEvent } from './load-chunk.ts'
import { silenceMs } from './silence-limit.ts'

const importer = 'https://host.example/assets/index.js'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('S24 a chunk that does not come is late, and there when it is asked for again', async () => {
  vi.useFakeTimers()
  const coming = new EventTarget()
  const chunk = new Promise<string>((resolve) => {
    coming.addEventListener('arrive', () => {
      resolve('chunk')
    })
  })
  const load = () => loadChunk(() => chunk, ['./a.js'], importer)
  const first = load().catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(silenceMs)
  expect(await first).toMatchObject({ kind: 'late', path: '/assets/a.js' })
  coming.dispatchEvent(new Event('arrive'))
  await expect(load()).resolves.toBe('chunk')
})

const fail = () => Promise.reject(new TypeError('error loading https://host.example/b.js'))

test.each([
  ['that is gone', () => Promise.resolve(new Response('', { status: 404 })), { status: 404 }],
  ['offline', () => Promise.reject(new TypeError('Failed to fetch')), { kind: 'offline' }],
  ['that cannot be run', () => Promise.resolve(new Response('x')), { kind: 'contract' }],
])('S24 says why a chunk cannot be loaded: %s', async (_, answer, reason) => {
  vi.stubGlobal('fetch', answer)
  await expect(loadChunk(fail)).rejects.toMatchObject({ path: '/b.js', ...reason })
})

test('S24 a style sheet that fails does not keep a chunk back, and is asked for again', async () => {
  for (const _ of [1, 2]) {
    const chunk = loadChunk(() => Promise.resolve('chunk'), ['./a.css'], importer)
    const link = document.head.querySelector('link')
    expect(link?.href).toBe('https://host.example/assets/a.css')
    link?.dispatchEvent(new Event('error'))
    await expect(chunk).resolves.toBe('chunk')
    expect(document.head.querySelector('link')).toBeNull()
  }
})

test('S24 a chunk that failed once is asked for under another address when its file is there', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('x')))
  const asked: string[] = []
  const chunk = loadChunk((suffix) => {
    asked.push(suffix)
    return suffix === '' ? fail() : Promise.resolve('chunk')
  })
  await expect(chunk).resolves.toBe('chunk')
  expect(asked).toEqual(['', expect.stringMatching(/^\?again=/)])
})

const parts = ['./a.js', './b.js', './a.css']

test('S24 a chunk whose imports failed says which file of them is missing', async () => {
  vi.stubGlobal('fetch', (address: string) => {
    const status = address.endsWith('/b.js') ? 503 : 200
    return Promise.resolve(new Response('x', { status }))
  })
  await expect(loadChunk(fail, parts, importer)).rejects.toMatchObject({
    path: '/assets/b.js',
    status: 503,
  })
})

test('S24 a chunk stays failed with all its files there: the page is told that only a new one helps', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('x')))
  const told: string[] = []
  for (const name of [stuckChunkEvent, 'vite:preloadError'])
    addEventListener(name, () => told.push(name), { once: true })
  await expect(loadChunk(fail, parts, importer)).rejects.toMatchObject({ kind: 'contract' })
  expect(told).toEqual([stuckChunkEvent])
  // One that stands alone was asked for under another address, which is all that a new page would do.
  await expect(loadChunk(fail)).rejects.toMatchObject({ kind: 'contract' })
  expect(told).toEqual([stuckChunkEvent, 'vite:preloadError'])
})
