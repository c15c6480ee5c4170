import type { FileHash } from '#contract/file-names.ts'
import type { FacetName } from '#core/facet/facet.ts'
import type { SearchBatch } from '#search/engine/search-source.ts'
import type { TextRange } from '#search/query/find-matches.ts'
import type { SearchQuery } from '#search/query/search-query.ts'
import type { Snippet } from '#search/query/snippet.ts'
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

/** A text in which hits are looked for. A title is hit by more than a body: `title:` means it alone. */
export interface MarkedField {
  field: 'title' | 'body'
  text: string
}

/** What the page asks of the worker; each asks under a number of its own and is answered under it. */
export type WorkerRequest = { id: number } & (
  | { kind: 'open'; archive: SearchedArchive }
  | { kind: 'search'; query: string }
  | { kind: 'mark'; query: string; fields: readonly MarkedField[] }
  | { kind: 'snippet'; query: string; parts: readonly string[]; characters: number }
  | { kind: 'cancel' }
)

/** An error as a message between threads. */
export interface SentFailure {
  kind: DataErrorKind
  path: string
  status?: number
}

/** The worker's answers. A search gives what it understood, then batches until one is the last; everything else one answer. */
export type WorkerAnswer = { id: number } & (
  | { kind: 'understood'; query: SearchQuery }
  | ({ kind: 'batch' } & SearchBatch)
  | { kind: 'marks'; marks: readonly (readonly TextRange[])[]; isWhole: boolean }
  | { kind: 'snippet'; snippet: Snippet }
  | { kind: 'failed'; failure: SentFailure }
)
