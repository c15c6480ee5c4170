import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { manifestPath } from '#contract/file-names.ts'
import { cutPack } from '#contract/pack-file.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { keptRecordPath, toBuildPath } from '#reader/storage/kept/kept-cache.ts'
import { findKeptRecord, FullStoreError } from '#reader/storage/kept/kept-files.ts'
import { listKeptPaths } from '#reader/storage/kept/kept-record.ts'
import { makeKeptSite, type KeptSite } from '#reader/testing/make-kept-site.ts'
import { MemoryCaches } from '#reader/testing/memory-caches.ts'
import { toSha256 } from '#shape/digest.ts'
import { keepBuild, type KeepProgress, type WantedKept } from './keep-build.ts'
import { OtherBuildError } from './shared-files.ts'

const texts = ['gulls', 'tides', 'fog', 'tea', 'lights', 'ferries', 'storms'].map((word) =>
  `${word} `.repeat(1_000),
)

let store: MemoryCaches
/** The site that the host has now. */
let hosted: KeptSite
/** How many more requests the host answers. */
let answers: number
let asked: string[]

beforeEach(() => {
  store = new MemoryCaches()
  answers = Infinity
  asked = []
  vi.stubGlobal('caches', store)
  vi.stubGlobal('fetch', (address: string) => {
    const path = address.slice(1)
    asked.push(path)
    if (answers-- <= 0) return Promise.reject(new TypeError('no network'))
    const bytes = hosted.files.get(path)
    return Promise.resolve(
      bytes === undefined ? new Response('', { status: 404 }) : new Response(bytes),
    )
  })
})

afterEach(() => vi.unstubAllGlobals())

function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  const task = new Promise<void>((resolve) => {
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
  })
  port1.start()
  port2.postMessage(undefined)
  return task
}

/** Opens a page of the site that the host has, and keeps something of it. */
async function keep(wanted: Partial<WantedKept>, signal = new AbortController().signal) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  client.setQueryData(manifestQuery().queryKey, hosted.manifest)
  const steps: KeepProgress[] = []
  const onProgress = (step: KeepProgress) => steps.push(step)
  await keepBuild(client, { lists: [], read: [], ...wanted }, { signal, onProgress })
  return steps
}

/** What is shown without a network: every file that the record names is there, and nothing else. */
async function readShown() {
  const record = await findKeptRecord('/')
  const named = record === undefined ? [] : [...listKeptPaths(record), keptRecordPath]
  const present = store.list().map((path) => path.slice(1))
  const expected = record === undefined ? present : named.toSorted()
  expect(present).toEqual(expected)
  return record
}

async function isWhole({ manifest }: KeptSite): Promise<boolean> {
  const record = await readShown()
  return (
    record?.build === manifest.buildId &&
    record.shared.includes(toBuildPath(manifestPath, manifest.buildId)) &&
    record.lists.every(({ posts, kept }) => posts === kept)
  )
}

describe('keeping a list', () => {
  test('A12 keeps its posts, the reader and the pages that start it, and no more', async () => {
    hosted = await makeKeptSite(texts, 'AAAAAAAA')
    const steps = await keep({ lists: ['from=2020-01-02&to=2020-01-03'] })
    const record = await readShown()
    expect(record?.lists).toMatchObject([{ posts: 2, kept: 2 }])
    const paths = store.list()
    expect(paths.filter((path) => path.startsWith('/data/bodies/'))).toHaveLength(2)
    expect(paths.filter((path) => path.startsWith('/data/timeline/'))).toHaveLength(2)
    expect(paths).toContain('/assets/reader-AAAAAAAA.js')
    expect(paths).toContain(`/404.html?build=${hosted.manifest.buildId}`)
    expect([steps[0], steps.at(-1)]).toEqual([
      { kept: 0, total: 2 },
      { kept: 2, total: 2 },
    ])
    const bytes = await store.sum(`/${keptRecordPath}`)
    expect(Object.values(record?.sizes ?? {}).reduce((sum, size) => sum + size, 0)).toBe(bytes)
  })

  test('fetches nothing again for a second list of the same posts', async () => {
    hosted = await makeKeptSite(texts, 'AAAAAAAA')
    await keep({ lists: [''] })
    asked = []
    await keep({ lists: ['', 'year=2020'], asked: 'year=2020' })
    expect(asked.filter((path) => path.startsWith('data/bodies/'))).toEqual([])
    expect(await isWhole(hosted)).toBe(true)
  })

  test('A12 leaves nothing behind when it is cancelled', async () => {
    hosted = await makeKeptSite(texts, 'AAAAAAAA')
    const controller = new AbortController()
    controller.abort()
    await expect(keep({ lists: [''] }, controller.signal)).rejects.toThrow('aborted')
    expect(await readShown()).toBeUndefined()
    expect(store.list()).toEqual([])
  })

  test('A14 refuses to mix a page of one build with a host that has another', async () => {
    const first = await makeKeptSite(texts, 'AAAAAAAA')
    hosted = await makeKeptSite([...texts, 'news'], 'AAAAAAAA')
    const { files } = hosted
    hosted = { ...first, files }
    await expect(keep({ lists: [''] })).rejects.toBeInstanceOf(OtherBuildError)
    expect(store.list()).toEqual([])
  })

  test('a damaged article is not kept', async () => {
    hosted = await makeKeptSite(texts, 'AAAAAAAA')
    const paths = [...hosted.files.keys()]
    const pack = paths.find((path) => path.startsWith('data/bodies/')) ?? ''
    hosted.files.set(pack, new TextEncoder().encode('{"firstOrdinal":0,"bodies":[]}'))
    await expect(keep({ lists: [''] })).rejects.toMatchObject({ kind: 'corrupt' })
    expect(store.list()).toEqual([])
  })

  test('A4 a pack without one of its articles is not kept, though its name proves it', async () => {
    hosted = await makeKeptSite(texts, 'AAAAAAAA')
    for (const [path, bytes] of hosted.files) {
      if (!path.startsWith('data/bodies/')) continue
      const cut = await cutPack(bytes, () => false, toSha256)
      hosted.files.set(path, new Uint8Array(cut))
    }
    await expect(keep({ lists: [''] })).rejects.toMatchObject({ kind: 'corrupt' })
    expect(store.list()).toEqual([])
  })

  test('A12 leaves nothing behind when one file fails while another still comes', async () => {
    hosted = await makeKeptSite(texts, 'AAAAAAAA')
    const ask = globalThis.fetch
    let isComing = false
    vi.stubGlobal('fetch', async (address: string, how: RequestInit) => {
      if (address.startsWith('/data/bodies/')) throw new TypeError('no network')
      if (isComing && address.startsWith('/data/timeline/')) await nextTask()
      isComing ||= address === '/assets/reader-AAAAAAAA.js'
      return ask(address, how)
    })
    await expect(keep({ lists: [''] })).rejects.toMatchObject({ kind: 'offline' })
    await nextTask()
    await nextTask()
    expect(store.list()).toEqual([])
  })
})

describe('a new build', () => {
  test('A14 is taken over with its lists, and the old one goes', async () => {
    hosted = await makeKeptSite(texts, 'AAAAAAAA')
    await keep({ lists: ['', 'year=2020'] })
    hosted = await makeKeptSite([...texts, 'news'], 'BBBBBBBB')
    asked = []
    await keep({ lists: ['', 'year=2020'] })
    expect(await isWhole(hosted)).toBe(true)
    expect((await readShown())?.lists.map(({ posts }) => posts)).toEqual([8, 8])
    expect(store.list()).not.toContain('/assets/reader-AAAAAAAA.js')
    // What did not change is not fetched again.
    expect(asked.filter((path) => path.startsWith('data/bodies/'))).toHaveLength(1)
  })

  test('A14 is taken over whole or not at all, wherever the network ends', async () => {
    const old = await makeKeptSite(texts, 'AAAAAAAA')
    const next = await makeKeptSite(['other', ...texts.slice(1), 'news'], 'BBBBBBBB')
    const outcomes: boolean[] = []
    for (let end = 0; outcomes.at(-1) !== true; end++) {
      store = new MemoryCaches()
      vi.stubGlobal('caches', store)
      answers = Infinity
      hosted = old
      await keep({ lists: [''] })
      hosted = next
      answers = end
      const failed = await keep({ lists: [''] }).then(
        () => false,
        () => true,
      )
      expect(await isWhole(failed ? old : next)).toBe(true)
      outcomes.push(!failed)
    }
    expect(outcomes.length).toBeGreaterThan(8)
  })

  test('A14 that finds no room leaves the old one as it is', async () => {
    const old = await makeKeptSite(texts, 'AAAAAAAA')
    hosted = old
    await keep({ lists: [''] })
    store.room = (await store.sum()) + 9_000
    hosted = await makeKeptSite(
      texts.map((text) => `${text}!`),
      'BBBBBBBB',
    )
    await expect(keep({ lists: [''] })).rejects.toBeInstanceOf(FullStoreError)
    expect(await isWhole(old)).toBe(true)
  })
})

describe('a full store', () => {
  test('A12 keeps as many posts as it has room for, whatever room that is', async () => {
    hosted = await makeKeptSite(texts, 'AAAAAAAA')
    await keep({ lists: [''] })
    const all = await store.sum()
    const kept = new Set<number>()
    const outcomes: boolean[] = []
    for (let room = 0; room <= all + 9_000; room += 1_500) {
      store = new MemoryCaches()
      store.room = room
      vi.stubGlobal('caches', store)
      const error: unknown = await keep({ lists: [''] }).then(
        () => undefined,
        (failure: unknown) => failure,
      )
      const record = await readShown()
      const isNothing = error instanceof FullStoreError && store.list().length === 0
      outcomes.push(isNothing || (error === undefined && record !== undefined))
      kept.add(record?.lists[0]?.kept ?? 0)
    }
    expect(outcomes).not.toContain(false)
    expect(kept.size).toBeGreaterThan(3)
    expect(kept).toContain(7)
  })

  test('articles that were only read make way for a list', async () => {
    hosted = await makeKeptSite(texts, 'AAAAAAAA')
    const [oldest = '', second = ''] = hosted.ids
    await keep({ read: [oldest, second] })
    store.room = (await store.sum()) + 8_000
    await keep({ lists: ['from=2020-01-07'], read: [oldest, second] })
    const record = await readShown()
    expect([record?.lists[0]?.kept, record?.read]).toEqual([1, []])
  })

  test('A12 articles that were only read make way for the one opened now, and can be kept again', async () => {
    hosted = await makeKeptSite(texts, 'AAAAAAAA')
    const [a = '', b = '', c = '', d = ''] = hosted.ids
    await keep({ read: [a, b, c] })
    store.room = (await store.sum()) + 2_000
    await keep({ read: [a, b, c, d] })
    expect((await readShown())?.read.map(({ id }) => id)).toEqual([d])
    store.room = Infinity
    await keep({ lists: [''], asked: '', read: [d] })
    expect(await isWhole(hosted)).toBe(true)
  })
})

describe('articles that were read', () => {
  test('stay in the order in which they were read, and survive a new build', async () => {
    hosted = await makeKeptSite(texts, 'AAAAAAAA')
    const [a = '', b = '', c = ''] = hosted.ids
    await keep({ read: [a, b] })
    await keep({ read: [b, a, c] })
    expect((await readShown())?.read.map(({ id }) => id)).toEqual([b, a, c])
    hosted = await makeKeptSite(texts, 'BBBBBBBB')
    await keep({ read: [b, a, c, '2019-01-01-gonegone'] })
    expect((await readShown())?.read.map(({ id }) => id)).toEqual([b, a, c])
  })

  test('A12 are kept within a bound, and those read longest ago go first', async () => {
    const long = 'x'.repeat(20_000_000)
    hosted = await makeKeptSite([`${long}1`, `${long}2`, `${long}3`], 'AAAAAAAA')
    await keep({ read: hosted.ids })
    expect((await readShown())?.read.map(({ id }) => id)).toEqual(hosted.ids.slice(1))
  })
})
