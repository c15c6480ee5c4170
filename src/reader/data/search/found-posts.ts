import {
  emptySelection,
  hasOrdinal,
  listSelection,
  type Selection,
} from '#core/selection/selection.ts'
import type { SearchQuery } from '#search/query/search-query.ts'
import type { SearchBatch } from '#search/engine/search-source.ts'

/** What a query finds, as far as it is known. */
export interface FoundPosts {
  /** Older versions of posts are among them. */
  selection: Selection
  /** What was found, by ascending ordinals. */
  batches: readonly SearchBatch[]
  /** False while older parts of the archive are still being searched. */
  isComplete: boolean
  /** How the query was read; absent when the archive has no index. */
  query?: SearchQuery
  /** Why the search stopped before its end; absent when it did not. */
  failure?: Error
}

/** Puts batches together, in whatever order they came. Those without a hit are left out. */
export function joinBatches(
  batches: readonly SearchBatch[],
): Pick<FoundPosts, 'batches' | 'selection'> {
  const sorted = batches
    .filter(({ ordinals }) => ordinals.length > 0)
    .toSorted((a, b) => (a.ordinals[0] ?? 0) - (b.ordinals[0] ?? 0))
  const count = sorted.reduce((sum, { ordinals }) => sum + ordinals.length, 0)
  const all = new Uint32Array(count)
  let at = 0
  for (const { ordinals } of sorted) {
    all.set(ordinals, at)
    at += ordinals.length
  }
  return { batches: sorted, selection: count === 0 ? emptySelection : listSelection(all) }
}

/**
 * The posts of a selection that were found, best first; of two that match alike the newer one comes first. `rows` is the number
 * of ordinals of the archive.
 */
export function rankPosts(
  selection: Selection,
  batches: readonly SearchBatch[],
  rows: number,
): Uint32Array {
  const count = batches.reduce((sum, { ordinals }) => sum + ordinals.length, 0)
  const keys = new Float64Array(count)
  let length = 0
  for (const { ordinals, scores } of batches) {
    // The bits of positive floats rise as the floats do: score and ordinal become one number, and numbers sort without a function
    // being called. It is exact up to four million rows, and orders by score beyond.
    const bits = new Uint32Array(scores.slice().buffer)
    for (const [at, ordinal] of ordinals.entries()) {
      if (hasOrdinal(selection, ordinal)) keys[length++] = (bits[at] ?? 0) * rows + ordinal
    }
  }
  const sorted = keys.subarray(0, length).toSorted()
  return Uint32Array.from(sorted, (key) => key % rows).toReversed()
}
