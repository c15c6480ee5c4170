import type { QueryClient } from '@tanstack/react-query'
import { buildDateOrder, buildRankOrder, type ListOrder } from '#core/selection/list-order.ts'
import { isRanked, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { readRows } from '#reader/data/archive/read-posts.ts'
import { clockCalendarQuery } from '#reader/data/clock/clock-query.ts'
import { rankedQuery, selectionQuery } from './filter-query.ts'
import { shownDesk } from '#reader/storage/desk/shown-desk.ts'
import { deskNews, sayTrouble } from '#reader/data/desk/desk-news.ts'
import { openSiteDesk } from '#reader/data/desk/site-desk.ts'

/** How many posts are marked at once: the rows of all of them are read, and kept for the way back. */
const mostMarked = 5000

/**
 * Marks the unread posts above one in a list as read, those nearest to it where they are too many; it can be undone.
 * @throws DataError when a file could not be loaded; nothing is marked then.
 */
export async function markAbove(
  client: QueryClient,
  filter: TimelineFilter,
  ordinal: number,
): Promise<void> {
  const [desk, order] = await Promise.all([openSiteDesk(), loadOrder(client, filter)])
  const above = order.rowOf(ordinal)
  const first = Math.max(0, above - mostMarked)
  const ordinals: number[] = []
  for (let row = first; row < above; row++) ordinals.push(order.at(row) ?? ordinal)
  const posts = await readRows(client, ordinals, new AbortController().signal)
  const unread = posts.filter((post) => shownDesk.has('read', post) !== true)
  const { undo, stored } = desk.change(
    unread.map(({ id }) => ({ kind: 'mark', id, value: 'read' })),
  )
  deskNews.write({ kind: 'marked', posts: unread.length, undo, skipped: first })
  await stored
  sayTrouble(desk.tellTrouble())
}

/** The order of the rows of a list. */
export async function loadOrder(client: QueryClient, filter: TimelineFilter): Promise<ListOrder> {
  if (isRanked(filter.sort)) return buildRankOrder(await client.fetchQuery(rankedQuery(filter)))
  const [selection, { places }] = await Promise.all([
    client.ensureQueryData(selectionQuery(filter)),
    client.ensureQueryData(clockCalendarQuery(filter)),
  ])
  return buildDateOrder(selection, filter.sort, places)
}
