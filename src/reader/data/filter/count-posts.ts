import type { QueryClient } from '@tanstack/react-query'
import { countSelection } from '#core/selection/selection.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { selectionQuery } from './filter-query.ts'
import { foundKey, type ClockedQuery } from '#reader/data/search/found-key.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { joinBatches, takeBatch, type FoundPosts } from '#reader/data/search/found-posts.ts'
import { findQueryDays } from '#reader/data/search/query-days.ts'
import { searchClient } from '#reader/data/search/search.ts'
import type { FoundBatch } from '#reader/data/search-worker/search-messages.ts'
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
  const key = foundKey(filter)
  const { data, isInvalidated = true } = client.getQueryState(key) ?? {}
  if (filter.query !== undefined && (data === undefined || isInvalidated)) {
    client.setQueryData(key, await findAll(client, filter, signal))
  }
  return countSelection(await client.fetchQuery(selectionQuery(filter)))
}

async function findAll(
  client: QueryClient,
  asked: ClockedQuery,
  signal: AbortSignal,
): Promise<FoundPosts> {
  const [manifest, days] = await Promise.all([
    client.ensureQueryData(manifestQuery()),
    findQueryDays(client, asked),
  ])
  const archive = toSearchedArchive(manifest)
  const batches: FoundBatch[] = []
  let found: Pick<FoundPosts, 'query'> = {}
  if (archive !== undefined) {
    await searchClient.search(archive, asked.query ?? '', {
      days,
      signal,
      onUnderstood: (understood) => {
        found = { query: understood }
      },
      onBatch: (batch) => takeBatch(batches, batch),
    })
  }
  return { ...joinBatches(batches), ...found, isComplete: true }
}
