import type { Selection } from '#core/selection/selection.ts'
import type { ValueField } from '../query/query-chunk.ts'
import type { DayBounds } from '../query/query-date.ts'
import type { Sha256 } from '../segment/merkle-tree.ts'
import type { SearchRoot } from '../segment/search-root.ts'

/** The posts a query may name without a text. The caller caches selections. */
export interface KnownPosts {
  /** Returns all posts that have this value. Values are compared by `toFacetMatcher`. */
  selectionOf: (field: ValueField, value: string) => Promise<Selection>
  /** Returns all posts that were published on these days. */
  daysOf: (days: DayBounds) => Promise<Selection>
}

/** What a search asks of whoever fetches a block. */
export interface BlockRequest {
  /** Whether bytes are the block that was asked for, whoever sent them. */
  isProven: (bytes: Uint8Array) => boolean
  signal: AbortSignal
}

/** The data a search reads. The caller caches blocks. */
export interface SearchSource extends KnownPosts {
  root: SearchRoot
  /** Blocks are proven by it. */
  sha256: Sha256
  /** Returns the bytes of a file below the site's root that are proven; rejects when there are none or the signal fires. */
  fetchBlock: (path: string, request: BlockRequest) => Promise<Uint8Array>
  /** Aborts the search: pending reads reject with the signal's reason. */
  signal?: AbortSignal
}

/** The hits of one segment. */
export interface SearchBatch {
  /** Ascending. Batches come newest first and do not overlap. */
  ordinals: Uint32Array
  /** One per ordinal; higher is better. Comparable between batches. */
  scores: Float32Array
  /** Whether this is the last batch. */
  isLast: boolean
}
