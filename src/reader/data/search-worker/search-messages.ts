import type { FileHash } from '#contract/file-names.ts'
import type { FacetName } from '#core/facet.ts'
import type { SearchQuery } from '#search/query/search-query.ts'
import type { DataErrorKind } from '#reader/data/files/data-error.ts'

/** What the page tells its search worker of the archive, from the manifest. */
export interface SearchedArchive {
  /** Folder of the site on its host, with `/` at both ends. */
  base: string
  /** Hash of the root of the index. */
  root: FileHash
  /** Rows of all ordinals. */
  rows: number
  /** Dictionaries of the facets that a query may name. */
  facets: readonly { facet: FacetName; dictionary: FileHash }[]
}

/** A stretch of a text, in UTF-16 units of it as written. */
export interface TextRange {
  start: number
  end: number
}

/** A text in which hits are looked for. A title is hit by more than a body: `title:` means it alone. */
export interface MarkedField {
  field: 'title' | 'body'
  text: string
}

/** A piece of an article around its hits, and where they are in it. */
export interface MarkedText {
  text: string
  marks: readonly TextRange[]
}

/** Hits of a stretch of the archive. Stretches come newest first and do not overlap. */
export interface SearchBatch {
  /** Ascending. */
  ordinals: Uint32Array
  scores: Float32Array
  isLast: boolean
}

/** What the page asks of the worker; each asks under a number of its own and is answered under it. */
export type SearchRequest = { id: number } & (
  | { kind: 'open'; archive: SearchedArchive }
  | { kind: 'search'; query: string }
  | { kind: 'mark'; query: string; fields: readonly MarkedField[] }
  | { kind: 'snippet'; query: string; parts: readonly string[]; characters: number }
  | { kind: 'cancel' }
)

/** What of an error can be sent from thread to thread. */
export interface SentFailure {
  kind: DataErrorKind
  path: string
  status?: number
}

/** The worker's answers. A search gives what it understood, then batches until one is the last; everything else one answer. */
export type SearchAnswer = { id: number } & (
  | { kind: 'understood'; query: SearchQuery }
  | ({ kind: 'batch' } & SearchBatch)
  | { kind: 'marks'; marks: readonly (readonly TextRange[])[]; isWhole: boolean }
  | { kind: 'snippet'; snippet: MarkedText }
  | { kind: 'failed'; failure: SentFailure }
)
