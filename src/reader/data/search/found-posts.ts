import {
  emptySelection,
  hasOrdinal,
  listSelection,
  type Selection,
} from '#core/selection/selection.ts'
import type { SearchQuery } from '#search/query/search-query.ts'
import type { FoundBatch } from '#reader/data/search-worker/search-messages.ts'
import type { SearchBatch } from '#search/engine/search-source.ts'

/** The hits of a query known so far. */
export interface FoundPosts {
  /** Includes older versions of posts. */
  selection: Selection
  /** The hits, by ascending ordinal. */
  batches: readonly SearchBatch[]
  /** False while older parts of the archive are still being searched. */
  isComplete: boolean
  /** The query as parsed; absent when the archive has no index. */
  query?: SearchQuery
  /** Why the search stopped early; absent when it did not. */
  failure?: Error
  /** How many kept posts were looked through, without a network; absent where the index was asked. */
  lookedThrough?: number
}

/** Adds a batch to those of a search. Where the index cannot be reached any more, what it gave makes way. */
export function takeBatch(batches: FoundBatch[], batch: FoundBatch): void {
  if (batches[0]?.lookedThrough !== batch.lookedThrough) batches.length = 0
  batches.push(batch)
}

/** Joins batches, whatever order they arrived in. Drops those without a hit. */
export function joinBatches(
  batches: readonly FoundBatch[],
): Pick<FoundPosts, 'batches' | 'selection' | 'lookedThrough'> {
  const lookedThrough = batches[0]?.lookedThrough
  const sorted = batches
    .filter(({ ordinals }) => ordinals.length > 0)
    .sort((a, b) => (a.ordinals[0] ?? 0) - (b.ordinals[0] ?? 0))
  const count = sorted.reduce((sum, { ordinals }) => sum + ordinals.length, 0)
  const all = new Uint32Array(count)
  let at = 0
  for (const { ordinals } of sorted) {
    all.set(ordinals, at)
    at += ordinals.length
  }
  return {
    batches: sorted,
    selection: count === 0 ? emptySelection : listSelection(all),
    ...(lookedThrough === undefined ? {} : { lookedThrough }),
  }
}

/**
 * The hits within a selection, best first; of two with equal scores the newer one comes first. `rows` is the number of
 * ordinals in the archive.
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
    // The bits of positive floats sort like the floats themselves: score and ordinal are packed into one number, and a
    // typed array
    // sorts numbers without a comparator. Exact up to four million rows; beyond that, ordered by score.
    const bits = new Uint32Array(scores.slice().buffer)
    for (const [at, ordinal] of ordinals.entries()) {
      if (hasOrdinal(selection, ordinal)) keys[length++] = (bits[at] ?? 0) * rows + ordinal
    }
  }
  const sorted = keys.subarray(0, length).sort()
  return Uint32Array.from(sorted, (key) => key % rows).reverse()
}
