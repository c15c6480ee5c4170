import { listSelection, ordinalAt, rankOf, type Selection } from '../selection/selection.ts'
import type { ValueColumn } from './value-column.ts'

/** Posts looked at in one step: about a millisecond. */
const postsPerStep = 32_768

/**
 * The posts of a selection that have each of some values of a column's facet. Only posts of the column's part are looked
 * at. Goes in steps, so that a page can yield in between.
 */
export function* selectValues(
  column: ValueColumn,
  selection: Selection,
  wanted: readonly string[],
): Generator<undefined, number[][]> {
  const { start, listOf, starts, members, values } = column
  const placeOf = new Map(wanted.map((value, at) => [value, at]))
  const wantedAt = values.map((value) => placeOf.get(value) ?? -1)
  const found = wanted.map((): number[] => [])
  const last = rankOf(selection, start + listOf.length)
  for (let at = rankOf(selection, start); at < last; at++) {
    const ordinal = ordinalAt(selection, at) ?? start
    const list = listOf[ordinal - start] ?? 0
    const end = starts[list + 1] ?? 0
    for (let member = starts[list] ?? 0; member < end; member++) {
      found[wantedAt[members[member] ?? 0] ?? -1]?.push(ordinal)
    }
    if (at % postsPerStep === postsPerStep - 1) yield
  }
  return found
}

/** Joins what `selectValues` found in each part of a column, in the order of the parts. */
export function joinSelected(parts: readonly (readonly (readonly number[])[])[]): Selection[] {
  const first = parts[0] ?? []
  return first.map((_, at) =>
    listSelection(Uint32Array.from(parts.flatMap((part) => part[at] ?? []))),
  )
}
