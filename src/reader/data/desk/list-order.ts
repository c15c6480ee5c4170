import type { DeskChange } from '#reader/storage/desk/desk-entry.ts'
import { toItemId, type ListItem } from './desk-lists.ts'

/**
 * Moves a post of a list to another place in it, counted from 0. Only its own order changes, so that moves on two devices
 * meet as rarely as can be; where no number is left between its neighbours, all are counted anew.
 */
export function moveItem(
  list: string,
  items: readonly ListItem[],
  { from, to }: { from: number; to: number },
): DeskChange[] {
  const moved = items[from]
  if (moved === undefined || from === to || to < 0 || to >= items.length) return []
  const rest = items.filter((item) => item !== moved)
  const order = findOrder(rest[to - 1]?.order, rest[to]?.order)
  if (order !== undefined) return [toChange(list, { ...moved, order })]
  const all = [...rest.slice(0, to), moved, ...rest.slice(to)]
  return all.map((item, at) => toChange(list, { ...item, order: at }))
}

/** A number after one and before another; `undefined` where there is none. */
function findOrder(after: number | undefined, before: number | undefined): number | undefined {
  if (after === undefined || before === undefined) {
    const order = after === undefined ? (before ?? 0) - 1 : after + 1
    return order !== after && order !== before && Number.isFinite(order) ? order : undefined
  }
  const order = after / 2 + before / 2
  return order > after && order < before ? order : undefined
}

/** The change that makes an item what it is to be. */
export function toChange(list: string, { post, noted: _noted, ...value }: ListItem): DeskChange {
  return { kind: 'list-item', id: toItemId(list, post), value }
}
