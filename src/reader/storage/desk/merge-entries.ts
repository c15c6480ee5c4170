import type { DeskEntry } from './desk-entry.ts'

/** What merging looks at. */
type Register = Pick<DeskEntry, 'at' | 'value'>

/**
 * The one of two states of an entry that counts: the later one, on a tie one with a value before a removed one, then the one
 * whose value is written greater. Any two devices choose the same, whatever they hear of first.
 */
export function chooseNewer<R extends Register>(a: R, b: R): R {
  if (a.at !== b.at) return a.at > b.at ? a : b
  return toOrderText(a.value) >= toOrderText(b.value) ? a : b
}

/** Whether two states of an entry are one. */
export function isSameState(a: Register, b: Register): boolean {
  return a.at === b.at && toOrderText(a.value) === toOrderText(b.value)
}

/** Merges the entries of two desks, each of which has an entry once. The order of the result is of no meaning. */
export function mergeEntries<E extends DeskEntry>(some: readonly E[], others: readonly E[]): E[] {
  const merged = new Map<string, E>()
  for (const entry of [...some, ...others]) {
    const key = toEntryName(entry)
    const known = merged.get(key)
    merged.set(key, known === undefined ? entry : chooseNewer(known, entry))
  }
  return [...merged.values()]
}

/** What entries of the same kind and id have in common, and no other. */
export function toEntryName({ kind, id }: Pick<DeskEntry, 'kind' | 'id'>): string {
  return `${kind} ${id}`
}

/** A value as text that does not depend on the order of its fields; nothing for a removed entry. */
function toOrderText(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value, withSortedFields)
}

function withSortedFields(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
