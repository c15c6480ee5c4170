// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toFileHash } from '#contract/file-names.ts'
import { shardQuery } from '#reader/data/archive/shard-query.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { snippetQuery } from '#reader/data/search/hits-query.ts'
import type { WorkerAnswer, WorkerRequest } from '#reader/data/search-worker/search-messages.ts'
import { SearchSession } from '#reader/data/search-worker/search-session.ts'
import { makeKeptSite, type KeptSite } from '#reader/testing/make-kept-site.ts'
import { buildRankOrder } from '#core/selection/list-order.ts'
import { ListFiller } from './list-filler.ts'
import { findListHits } from './find-row-hits.ts'

const root = toFileHash(new Uint8Array(32))

let site: KeptSite
let client: QueryClient
let asked: string[]
/** Whether the host answers for articles. */
let isOffline: boolean

/** The search worker without its thread. */
class SearchThread extends EventTarget {
  readonly #session = new SearchSession((data: WorkerAnswer) =>
    this.dispatchEvent(new MessageEvent('message', { data })),
  )

  postMessage(request: WorkerRequest): void {
    void this.#session.take(request)
  }

  terminate(): void {}
}

beforeEach(async () => {
  const texts = ['gulls on the pier', 'tides', 'fog and gulls', 'gulls again', 'tea']
  site = await makeKeptSite(texts, 'AAAAAAAA')
  client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  client.setQueryData(manifestQuery().queryKey, { ...site.manifest, search: { root } })
  asked = []
  isOffline = false
  vi.stubGlobal('Worker', SearchThread)
  vi.stubGlobal('fetch', (address: string) => {
    const path = address.slice(1)
    asked.push(path)
    if (isOffline && path.startsWith('data/bodies/')) return Promise.reject(new TypeError('none'))
    const bytes = site.files.get(path)
    return Promise.resolve(new Response(bytes, { status: bytes === undefined ? 404 : 200 }))
  })
  // Rows whose excerpts do not hold the hit.
  for (const number of [0, 1, 2]) {
    const shard = await client.fetchQuery(shardQuery(number))
    const rows = shard.rows.map((row) => ({ ...row, excerpt: 'A letter from the harbour.' }))
    client.setQueryData(shardQuery(number).queryKey, { ...shard, rows })
  }
})

afterEach(() => vi.unstubAllGlobals())

function openList(ordinals: readonly number[]) {
  const order = buildRankOrder(Uint32Array.from(ordinals))
  const filler: ListFiller = new ListFiller({
    rows: ordinals.length,
    fileOf: () => 0,
    isHere: () => true,
    fetch: () => Promise.resolve(),
    rest: () => Promise.resolve(),
    findHits: () => findListHits(client, { query: 'gulls', order, filler }),
  })
  return filler
}

const countArticles = () => asked.filter((path) => path.startsWith('data/bodies/')).length
const readPiece = (ordinal: number) => {
  const found = client.getQueryData(snippetQuery('gulls', ordinal).queryKey)
  return found?.marks.map(({ start, end }) => found.text.slice(start, end))
}

test('rows that nobody has seen get the piece of their article that holds the hit', async () => {
  const filler = openList([3, 2, 0])
  await filler.fillWhole()
  expect([0, 2, 3].map(readPiece)).toEqual([['gulls'], ['gulls'], ['gulls']])
  expect(filler.read()).toMatchObject({ hits: 3, isAwaited: false })
})

test('hits are looked for once, however often the list is asked for meanwhile', async () => {
  const filler = openList([3, 2, 0])
  await Promise.all([filler.fillWhole(), filler.fillWhole()])
  await filler.fillWhole()
  expect(countArticles()).toBe(3)
})

test('an article is not fetched for a row whose title or excerpt holds all of the query', async () => {
  const shard = client.getQueryData(shardQuery(1).queryKey)
  const rows = shard?.rows.map((row) => ({ ...row, excerpt: 'All of the gulls.' })) ?? []
  if (shard !== undefined) client.setQueryData(shardQuery(1).queryKey, { ...shard, rows })
  await openList([3, 2, 0]).fillWhole()
  expect([countArticles(), readPiece(2), readPiece(0)]).toEqual([1, undefined, ['gulls']])
})

test('hits are looked for in rows that are not drawn yet, and then no more', async () => {
  const filler = openList([3, 2, 0])
  await findListHits(client, {
    query: 'gulls',
    order: buildRankOrder(Uint32Array.of(3, 2, 0)),
    filler,
  })
  expect(filler.read()).toMatchObject({ rows: 0, hits: 3 })
})

test('a list whose articles cannot be loaded lacks its hits until it is asked for again', async () => {
  const filler = openList([3, 2, 0])
  isOffline = true
  await filler.fillWhole()
  expect(filler.read()).toMatchObject({ hits: 0, isAwaited: false })
  isOffline = false
  await filler.fillWhole()
  expect(filler.isWhole).toBe(true)
})
