import type { QueryClient } from '@tanstack/react-query'
import type { ListOrder } from '#core/selection/list-order.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { readRows } from '#reader/data/archive/read-posts.ts'
import { addChosen, turnChosen } from '#reader/data/desk/chosen-posts.ts'
import { loadOrder } from './mark-above.ts'

/** How many posts are selected at once: the rows of all of them are read. */
export const mostChosen = 5000

/** Selects the post of an ordinal, or takes that back. @throws DataError when its row could not be loaded. */
export async function turnChosenRow(client: QueryClient, ordinal: number): Promise<void> {
  const [post] = await readRows(client, [ordinal], new AbortController().signal)
  if (post !== undefined) turnChosen(post)
}

/**
 * Selects the posts of a list from one to another, both included, those nearest to the first where they are too many.
 * @returns how many were too many.
 * @throws DataError when a file could not be loaded; nothing is selected then.
 */
export async function chooseStretch(
  client: QueryClient,
  filter: TimelineFilter,
  { from, to }: { from: number; to: number },
): Promise<number> {
  const order = await loadOrder(client, filter)
  return chooseRows(client, order, { first: order.rowOf(from), last: order.rowOf(to) })
}

/** Selects all posts of a list, the first where they are too many. Returns and throws as `chooseStretch` does. */
export async function chooseAll(client: QueryClient, filter: TimelineFilter): Promise<number> {
  const order = await loadOrder(client, filter)
  return order.rows === 0 ? 0 : chooseRows(client, order, { first: 0, last: order.rows - 1 })
}

async function chooseRows(
  client: QueryClient,
  order: ListOrder,
  { first, last }: { first: number; last: number },
): Promise<number> {
  const step = last < first ? -1 : 1
  const length = Math.abs(last - first) + 1
  const rows = Array.from({ length: Math.min(length, mostChosen) }, (_, at) => first + at * step)
  const ordinals = rows.flatMap((row) => order.at(row) ?? [])
  addChosen(await readRows(client, ordinals, new AbortController().signal))
  return length - rows.length
}
