import type { QueryClient } from '@tanstack/react-query'
import type { LoaderFunctionArgs } from 'react-router-dom'
import { toShardNumber } from '#contract/timeline-shard.ts'
import { countSelection, ordinalAt } from '#core/selection.ts'
import { parseTimelineFilter } from '#core/timeline-filter.ts'
import { selectionQuery } from '#reader/data/filter-query.ts'
import { shardQuery } from '#reader/data/shard-query.ts'
import { calendarQuery, manifestQuery } from '#reader/data/site-queries.ts'

/** Whether everything the timeline of an address needs is there: then it is drawn at once, without a loader in between. */
export function hasTimeline(client: QueryClient, address: URL): boolean {
  const filter = parseTimelineFilter(address.searchParams)
  return client.getQueryData(selectionQuery(filter).queryKey) !== undefined
}

/** Warms what the timeline of an address needs before it can draw: headings and selection. Its first rows are only started. */
export function loadTimeline(client: QueryClient) {
  return async ({ request }: LoaderFunctionArgs): Promise<null> => {
    const filter = parseTimelineFilter(new URL(request.url).searchParams)
    const [manifest, selection] = await Promise.all([
      client.ensureQueryData(manifestQuery()),
      client.ensureQueryData(selectionQuery(filter)),
      client.ensureQueryData(calendarQuery()),
    ])
    const position = filter.sort === 'newest' ? countSelection(selection) - 1 : 0
    const ordinal = ordinalAt(selection, position)
    if (ordinal !== undefined) {
      void client.prefetchQuery(shardQuery(toShardNumber(ordinal, manifest.timeline.rowsPerShard)))
    }
    return null
  }
}
