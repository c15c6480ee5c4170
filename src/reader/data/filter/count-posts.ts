import type { QueryClient } from '@tanstack/react-query'
import { countSelection } from '#core/selection/selection.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { selectionQuery } from './filter-query.ts'
import { foundKey } from '#reader/data/search/found-key.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { joinBatches, type FoundPosts } from '#reader/data/search/found-posts.ts'
import { findQueryDays } from '#reader/data/search/query-days.ts'
import { searchClient } from '#reader/data/search/search.ts'
import type { SearchBatch } from '#search/engine/search-source.ts'
import { toSearchedArchive } from '#reader/data/search/shown-search.ts'

/**
 * How many posts a filter with a query would show. Does not disturb the search that the page shows.
 * @throws DataError when a file could not be loaded.
 */
export async function countPosts(
  client: QueryClient,
  filter: TimelineFilter,
  signal: AbortSignal,
): Promise<number> {
  const { query } = filter
  if (query !== undefined && client.getQueryData(foundKey(query)) === undefined) {
    client.setQueryData(foundKey(query), await findAll(client, query, signal))
  }
  return countSelection(await client.fetchQuery(selectionQuery(filter)))
}

async function findAll(
  client: QueryClient,
  query: string,
  signal: AbortSignal,
): Promise<FoundPosts> {
  const [manifest, days] = await Promise.all([
    client.ensureQueryData(manifestQuery()),
    findQueryDays(client, query),
  ])
  const archive = toSearchedArchive(manifest)
  const batches: SearchBatch[] = []
  let found: Pick<FoundPosts, 'query'> = {}
  if (archive !== undefined) {
    await searchClient.search(archive, query, {
      days,
      signal,
      onUnderstood: (understood) => {
        found = { query: understood }
      },
      onBatch: (batch) => batches.push(batch),
    })
  }
  return { ...joinBatches(batches), ...found, isComplete: true }
}
