import type { ColumnSource } from '#contract/column/column-writer.ts'
import type { ColumnSpan } from '#contract/column/column-place.ts'
import type { FacetValue } from './facet-value.ts'
import { listSelection, rankOf } from '#core/selection/selection.ts'

/** Turns the posts of each value into the values of each post, for the posts of one part of a column. */
export function toColumnSource(
  values: readonly FacetValue[],
  { start, end }: ColumnSpan,
): ColumnSource {
  const starts = new Uint32Array(end - start + 1)
  const parts = values.map(({ ordinals }) =>
    ordinals.subarray(findPlace(ordinals, start), findPlace(ordinals, end)),
  )
  for (const ordinals of parts) {
    for (const ordinal of ordinals)
      starts[ordinal - start + 1] = (starts[ordinal - start + 1] ?? 0) + 1
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  const members = new Uint32Array(starts.at(-1) ?? 0)
  const next = starts.slice()
  for (const [at, ordinals] of parts.entries()) {
    for (const ordinal of ordinals) {
      const place = next[ordinal - start] ?? 0
      members[place] = at
      next[ordinal - start] = place + 1
    }
  }
  return { values, starts, members }
}

/** How many ordinals are below this one. */
function findPlace(ordinals: Uint32Array, ordinal: number): number {
  return rankOf(listSelection(ordinals), ordinal)
}
