import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { listSelection } from '#core/selection/selection.ts'
import { parseTimelineFilter } from '#core/selection/timeline-filter.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { foundKey } from '#reader/data/search/found-key.ts'
import type { FoundPosts } from '#reader/data/search/found-posts.ts'
import { rankedQuery } from './filter-query.ts'
import { searchWhole } from './whole-search.ts'

const filter = parseTimelineFilter(new URLSearchParams('q="sea+wall"&versions=all'))
const ordinals = Uint32Array.of(7, 3)

/** A page that has searched already, with this answer. */
function makeClient(found: Partial<FoundPosts>): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  client.setQueryData<FoundPosts>(foundKey(filter), {
    selection: listSelection(Uint32Array.of(3, 7)),
    batches: [],
    isComplete: true,
    ...found,
  })
  client.setQueryData(rankedQuery(filter).queryKey, ordinals)
  return client
}

const isKept = (client: QueryClient) =>
  client.getQueryState(foundKey(filter))?.isInvalidated === false &&
  client.getQueryState(rankedQuery(filter).queryKey)?.isInvalidated === false

test('a whole search gives its posts, and is kept', async () => {
  const client = makeClient({})
  expect(await searchWhole(client, filter)).toEqual({ ordinals })
  expect(isKept(client)).toBe(true)
})

test('a search of kept posts says how many these were, and is not kept', async () => {
  const client = makeClient({ lookedThrough: 40 })
  expect(await searchWhole(client, filter)).toEqual({ ordinals, lookedThrough: 40 })
  expect(isKept(client)).toBe(false)
})

test.each([
  ['failed', { isComplete: false, failure: new DataError('offline', 'x', {}) }, 'offline'],
  ['was broken off', { isComplete: false }, 'late'],
])('a search that %s is a failure, and is not kept', async (_, found, kind) => {
  const client = makeClient(found)
  await expect(searchWhole(client, filter)).rejects.toMatchObject({ name: 'DataError', kind })
  expect(isKept(client)).toBe(false)
})
