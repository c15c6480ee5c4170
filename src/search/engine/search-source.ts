import type { FacetName } from '#core/facet.ts'
import type { Selection } from '#core/selection.ts'
import type { SearchRoot } from '../segment/search-root.ts'

/** Where a search gets what it needs; the caller caches blocks and selections. */
export interface SearchSource {
  root: SearchRoot
  /** The bytes of a file below the site's root; rejects when it is missing or the signal fires. */
  fetchBlock: (path: string, signal: AbortSignal) => Promise<Uint8Array>
  /** All posts whose values of a facet are, by `toFacetKey`, the same as this one. */
  selectionOf: (facet: FacetName, value: string) => Promise<Selection>
  /** Ends the search: what waits rejects with the signal's reason. */
  signal?: AbortSignal
}

/** The hits of one segment. */
export interface SearchBatch {
  /** Ascending; batches come newest first and do not overlap. */
  ordinals: Uint32Array
  /** Per ordinal, the higher the better; comparable between batches. */
  scores: Float32Array
  /** Whether this completes the result. */
  isLast: boolean
}
