import type { QueryClient } from '@tanstack/react-query'
import type { LoaderFunctionArgs } from 'react-router-dom'
import { toShardNumber } from '#contract/timeline-shard.ts'
import { countSelection, ordinalAt } from '#core/selection.ts'
import { parseTimelineFilter } from '#core/timeline-filter.ts'
import { rankedQuery, selectionQuery } from '#reader/data/filter-query.ts'
import { shardQuery } from '#reader/data/shard-query.ts'
import { calendarQuery, manifestQuery } from '#reader/data/site-queries.ts'

/** Whether everything the timeline of an address needs is there: then it is drawn at once, without a loader in between. */
export function hasTimeline(client: QueryClient, address: URL): boolean {
  const filter = parseTimelineFilter(address.searchParams)
  // What a search has found may be a part: the loader knows when more is wanted.
  if (filter.query !== undefined) return false
  return client.getQueryData(selectionQuery(filter).queryKey) !== undefined
}

/** Warms what the timeline of an address needs before it can draw: headings and selection. Its first rows are only started. */
export function loadTimeline(client: QueryClient) {
  return async ({ request }: LoaderFunctionArgs): Promise<null> => {
    const filter = parseTimelineFilter(new URL(request.url).searchParams)
    // Newest first, a search may grow while it is shown; in the other orders rows would move under the reader's hands.
    const isWhole = filter.query !== undefined && filter.sort !== 'newest'
    const ranked = isWhole ? await client.fetchQuery(rankedQuery(filter)) : undefined
    const [manifest, selection] = await Promise.all([
      client.ensureQueryData(manifestQuery()),
      // Fetched, not taken as it lies there: what a cancelled search found counts as unknown.
      client.fetchQuery(selectionQuery(filter)),
      client.ensureQueryData(calendarQuery()),
    ])
    const { sort } = filter
    const position = sort === 'newest' ? countSelection(selection) - 1 : 0
    const ordinal = sort === 'best' ? ranked?.[0] : ordinalAt(selection, position)
    if (ordinal !== undefined) {
      void client.prefetchQuery(shardQuery(toShardNumber(ordinal, manifest.timeline.rowsPerShard)))
    }
    return null
  }
}
