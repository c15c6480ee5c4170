import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toFileHash } from '#contract/file-names.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { foundQuery } from '#reader/data/filter/filter-query.ts'
import type { FoundPosts } from '#reader/data/search/found-posts.ts'
import type { WorkerAnswer, WorkerRequest } from '#reader/data/search-worker/search-messages.ts'
import { makeKeptSite, type KeptSite } from '#reader/testing/make-kept-site.ts'
import { findListParts } from './list-parts.ts'

let site: KeptSite
let client: QueryClient
/** What the search finds, in order of asking. */
let answers: { ordinals: number[]; lookedThrough?: number }[]
const root = toFileHash(new Uint8Array(32))

/** In place of the browser's thread: answers each search with what comes next. */
class SearchThread extends EventTarget {
  postMessage(request: WorkerRequest): void {
    if (request.kind !== 'search') return
    const { ordinals = [], ...more } = answers.shift() ?? {}
    const batch = { ordinals: Uint32Array.from(ordinals), scores: new Float32Array(9) }
    const data: WorkerAnswer = { kind: 'batch', id: request.id, ...batch, isLast: true, ...more }
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })))
  }

  terminate(): void {}
}

beforeEach(async () => {
  site = await makeKeptSite(['gulls on the pier', 'tides', 'fog and gulls'], 'AAAAAAAA')
  client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  client.setQueryData(manifestQuery().queryKey, { ...site.manifest, search: { root } })
  vi.stubGlobal('location', new URL('https://archive.example/'))
  vi.stubGlobal('Worker', SearchThread)
  vi.stubGlobal('fetch', (address: string) => {
    const bytes = site.files.get(address.slice(1))
    return Promise.resolve(new Response(bytes, { status: bytes === undefined ? 404 : 200 }))
  })
})

afterEach(() => vi.unstubAllGlobals())

const find = () => findListParts(client, 'q=gulls', new AbortController().signal)
const readFound = () => client.getQueryData<FoundPosts>(foundQuery({ query: 'gulls' }).queryKey)

test('A12 a list of a search that was answered without a network is searched again', async () => {
  answers = [{ ordinals: [0], lookedThrough: 1 }, { ordinals: [0, 2] }]
  await client.fetchQuery(foundQuery({ query: 'gulls' }))
  expect(readFound()?.lookedThrough).toBe(1)
  const parts = await find()
  expect(parts.map(({ posts }) => posts)).toEqual([1, 1])
  expect(readFound()?.lookedThrough).toBeUndefined()
})

test('A12 a list of a search is not kept as long as the index cannot be reached', async () => {
  answers = [
    { ordinals: [0], lookedThrough: 1 },
    { ordinals: [0], lookedThrough: 1 },
    { ordinals: [0, 2] },
  ]
  await client.fetchQuery(foundQuery({ query: 'gulls' }))
  await expect(find()).rejects.toMatchObject({ kind: 'offline' })
  expect(await find()).toHaveLength(2)
})
