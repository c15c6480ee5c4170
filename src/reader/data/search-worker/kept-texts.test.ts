import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dataPath, toFileHash } from '#contract/file-names.ts'
import { keptRecordPath, toCacheName } from '#reader/storage/kept/kept-cache.ts'
import { toKeptRecord } from '#reader/storage/kept/kept-record.ts'
import { makeKeptSite, type KeptSite } from '#reader/testing/make-kept-site.ts'
import { MemoryCaches } from '#reader/testing/memory-caches.ts'
import type { WorkerAnswer } from './search-messages.ts'
import { SearchSession } from './search-session.ts'

const texts = ['gulls on the pier', 'tides', 'fog and gulls', 'tea', 'gulls again']

let site: KeptSite
let store: MemoryCaches
let kept: string[]
let asked: string[]

beforeEach(async () => {
  site = await makeKeptSite(texts, 'AAAAAAAA')
  store = new MemoryCaches()
  asked = []
  vi.stubGlobal('caches', store)
  // The worker of the site answers with what is kept, and no host with anything else.
  vi.stubGlobal('fetch', (address: string) => {
    const path = address.slice('/sub/'.length)
    asked.push(path)
    const bytes = kept.includes(path) ? site.files.get(path) : undefined
    if (bytes === undefined) return Promise.reject(new TypeError('no network'))
    return Promise.resolve(new Response(bytes))
  })
  const { timeline, opening } = site.manifest
  kept = [dataPath('opening', opening), ...timeline.tail.map((hash) => dataPath('timeline', hash))]
})

afterEach(() => vi.unstubAllGlobals())

/** Keeps the articles of these posts. */
async function keepPosts(ordinals: readonly number[], build: string = site.manifest.buildId) {
  for (const [path, bytes] of site.files) {
    const text = new TextDecoder().decode(bytes)
    const isWanted = ordinals.some((at) => text.startsWith(`{"firstOrdinal":${at},"bodies"`))
    if (isWanted && path.startsWith('data/bodies/')) kept.push(path)
  }
  const lists = [{ query: '', posts: 5, kept: ordinals.length, files: kept }]
  const sizes = Object.fromEntries(lists.flatMap(({ files }) => files).map((path) => [path, 1]))
  const record = toKeptRecord({ build, shared: [], lists, read: [] }, sizes)
  const cache = await store.open(toCacheName('/sub/'))
  await cache.put(`/sub/${keptRecordPath}`, Response.json(record))
}

async function openSession() {
  const answers: WorkerAnswer[] = []
  const session = new SearchSession((answer) => answers.push(answer))
  const { buildId: build, opening, timeline } = site.manifest
  const root = toFileHash(new Uint8Array(32))
  const archive = { base: '/sub/', build, root, opening, rows: timeline.rows, facets: [] }
  await session.take({ kind: 'open', id: 1, archive })
  return { session, answers }
}

async function search(query: string) {
  const { session, answers } = await openSession()
  await session.take({ kind: 'search', id: 2, query, days: [] })
  const batches = answers.filter((answer) => answer.kind === 'batch')
  return {
    found: batches.flatMap(({ ordinals }) => [...ordinals]).toSorted((a, b) => a - b),
    lookedThrough: batches[0]?.lookedThrough,
    isWhole: batches.at(-1)?.isLast,
    failure: answers.find((answer) => answer.kind === 'failed')?.failure.kind,
  }
}

test.each([
  ['gulls', [0, 2, 4], [0, 2, 4]],
  ['gulls', [1, 2, 3], [2]],
  ['gulls -fog', [0, 2], [0]],
  ['title:post', [1, 3], [1, 3]],
  ['storms', [0, 1], []],
])('without a network %s in kept posts %j finds %j', async (query, posts, found) => {
  await keepPosts(posts)
  expect(await search(query)).toEqual({ found, lookedThrough: posts.length, isWhole: true })
})

test.each([
  ['nothing is kept', () => Promise.resolve()],
  ['what is kept is of another build', () => keepPosts([0], 'other')],
])('where %s, a search says that it has no network', async (_, prepare) => {
  await prepare()
  expect(await search('gulls')).toMatchObject({ found: [], failure: 'offline' })
})

const countArticles = () => asked.filter((path) => path.startsWith('data/bodies/')).length

test('kept texts are read once, however many letters are typed meanwhile', async () => {
  await keepPosts([0, 2, 3])
  const { session, answers } = await openSession()
  const letters = ['g', 'gu', 'gul', 'gulls'].map((query, at) =>
    session.take({ kind: 'search', id: 2 + at, query, days: [] }),
  )
  await Promise.all(letters)
  expect(answers.filter((answer) => answer.kind === 'batch' && answer.isLast)).toHaveLength(4)
  expect(countArticles()).toBe(3)
})

test('kept texts that could not be read are read again', async () => {
  await keepPosts([0, 2])
  const { session, answers } = await openSession()
  const gone = kept
  kept = []
  await session.take({ kind: 'search', id: 2, query: 'gulls', days: [] })
  kept = gone
  await session.take({ kind: 'search', id: 3, query: 'gulls', days: [] })
  const ids = answers.filter(({ kind }) => kind === 'failed').map(({ id }) => id)
  expect(ids).toEqual([2])
  expect(countArticles()).toBe(2)
})
