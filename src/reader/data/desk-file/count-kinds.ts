import type { DeskEntry, DeskKind } from '#reader/storage/desk/desk-entry.ts'

/** Kinds in the order in which they are listed, and what was removed, of any kind. */
const listed = [
  'mark',
  'saved',
  'list',
  'list-item',
  'list-note',
  'note',
  'place',
  'foreign',
  'removed',
] as const satisfies readonly (DeskKind | 'removed')[]

/** How many entries of a kind there are. */
export interface KindCount {
  kind: (typeof listed)[number]
  entries: number
}

/** Counts entries by their kinds; kinds that have none are left out. */
export function countKinds(entries: readonly DeskEntry[]): KindCount[] {
  const counts = new Map<string, number>()
  for (const { kind, value } of entries) {
    const name = value === undefined ? 'removed' : kind
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return listed.flatMap((kind) => {
    const count = counts.get(kind)
    return count === undefined ? [] : [{ kind, entries: count }]
  })
}
