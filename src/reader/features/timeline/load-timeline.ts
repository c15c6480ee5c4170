import type { QueryClient } from '@tanstack/react-query'
import type { LoaderFunctionArgs } from 'react-router-dom'
import { toShardNumber } from '#contract/timeline-shard.ts'
import { toTimelineDays, type Calendar } from '#core/selection/calendar.ts'
import { countSelection, type Selection } from '#core/selection/selection.ts'
import { parseTimelineFilter } from '#core/selection/timeline-filter.ts'
import { foundQuery, rankedQuery, selectionQuery } from '#reader/data/filter/filter-query.ts'
import { shardQuery } from '#reader/data/archive/shard-query.ts'
import { calendarQuery, manifestQuery } from '#reader/data/archive/site-queries.ts'
import { workBudget } from '#reader/data/scheduling/work-budget.ts'
import { buildDateOrder, buildRankOrder, type ListOrder } from './list-order.ts'

/** Pixels that a row takes together with the heading of its own day: fewer rows are fetched ahead than can be seen, never more. */
const thinRowHeight = 180

/**
 * The list of a new search waits this long for its first rows. From a near host or a cache they arrive, and list and rows render once;
 * else the list begins with placeholders. A choice in the filter does not wait: it shows beside the rows at once.
 */
const companyMs = 50

/** Rows from which on finding the days of a list takes a noticeable part of a frame. */
const longList = 50_000

/** Whether everything the timeline of an address needs is there: then it is drawn at once, without a loader in between. */
export function hasTimeline(client: QueryClient, address: URL): boolean {
  const filter = parseTimelineFilter(address.searchParams)
  // What a search has found may be a part: the loader knows when more is wanted.
  if (filter.query !== undefined) return false
  return client.getQueryData(selectionQuery(filter).queryKey) !== undefined
}

/** Warms what the timeline of an address needs before it can draw: headings and selection. Its first rows are started all together. */
export function loadTimeline(client: QueryClient) {
  return async ({ request }: LoaderFunctionArgs): Promise<null> => {
    const filter = parseTimelineFilter(new URL(request.url).searchParams)
    const { query } = filter
    const isNewSearch =
      query !== undefined && client.getQueryData(foundQuery(query).queryKey) === undefined
    // Newest first, a search may grow while it is shown; in the other orders rows would move under the reader's hands.
    const isWhole = query !== undefined && filter.sort !== 'newest'
    const ranked = isWhole ? await client.fetchQuery(rankedQuery(filter)) : undefined
    const [manifest, selection, calendar] = await Promise.all([
      client.ensureQueryData(manifestQuery()),
      // Fetched, not read from the cache: an aborted search was invalidated.
      client.fetchQuery(selectionQuery(filter)),
      client.ensureQueryData(calendarQuery()),
    ])
    const { sort } = filter
    const order =
      sort === 'best'
        ? buildRankOrder(ranked ?? new Uint32Array())
        : buildDateOrder(selection, sort)
    const shards = [...listFirstShards(order, manifest.timeline.rowsPerShard)]
    const rows = Promise.all(shards.map((shard) => client.prefetchQuery(shardQuery(shard))))
    // While the rows are on their way.
    await prepareDays(calendar, selection)
    if (isNewSearch) await Promise.race([rows, pause(companyMs)])
    return null
  }
}

/** Finds the days of a list before it renders: among a million rows that takes half a frame, and gets a task of its own. */
async function prepareDays(calendar: Calendar, selection: Selection): Promise<void> {
  if (countSelection(selection) >= longList) await workBudget.rest()
  toTimelineDays(calendar, selection)
}

/** The shards of the rows that are seen first. In a thin list each row has one of its own. */
function listFirstShards(order: ListOrder, rowsPerShard: number): Set<number> {
  const rows = Math.max(1, Math.floor(window.innerHeight / thinRowHeight))
  const ordinals = Array.from({ length: rows }, (_, row) => order.at(row))
  return new Set(
    ordinals.flatMap((ordinal) =>
      ordinal === undefined ? [] : toShardNumber(ordinal, rowsPerShard),
    ),
  )
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
