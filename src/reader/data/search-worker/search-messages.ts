import type { FileHash } from '#contract/file-names.ts'
import type { FacetName } from '#core/facet/facet.ts'
import type { Selection } from '#core/selection/selection.ts'
import type { SearchBatch } from '#search/engine/search-source.ts'
import type { DayBounds } from '#search/query/query-date.ts'
import type { TextRange } from '#search/query/find-matches.ts'
import type { SearchQuery } from '#search/query/search-query.ts'
import type { Snippet } from '#search/query/snippet.ts'
import type { DataErrorKind } from '#reader/data/files/data-error.ts'

/** What the page tells its search worker about the archive, from the manifest. */
export interface SearchedArchive {
  /** Folder of the site on its host, with `/` at both ends. */
  base: string
  /** Id of the build. */
  build: string
  /** Hash of the index root. */
  root: FileHash
  /** Hash of the opening, which has the newest rows. */
  opening: FileHash
  /** Number of rows, one per ordinal. */
  rows: number
  /** Dictionaries of the facets that a query can name. */
  facets: readonly { facet: FacetName; dictionary: FileHash }[]
  /** Whether its files may come from mirrors, through the page; absent = no. */
  hasMirrors?: boolean
}

/** A text in which hits are found. More of a query applies to a title than to a body: `title:` matches titles only. */
export interface MarkedField {
  field: 'title' | 'body'
  text: string
}

/** Days that a query names, and the posts of these days on the query's clock. */
export interface NamedDays {
  days: DayBounds
  posts: Selection
}

/** Hits of a search. */
export interface FoundBatch extends SearchBatch {
  /**
   * How many posts were looked through, because the index could not be reached: those that are kept on this device. Such
   * batches stand in place of all before them. Absent where the index was asked.
   */
  lookedThrough?: number
}

/** The page's requests to the worker. Each has its own id, which its answers repeat. */
export type WorkerRequest = { id: number } & (
  | { kind: 'open'; archive: SearchedArchive; files?: MessagePort }
  | { kind: 'search'; query: string; days: readonly NamedDays[] }
  | { kind: 'mark'; query: string; fields: readonly MarkedField[] }
  | { kind: 'snippet'; query: string; parts: readonly string[]; characters: number }
  | { kind: 'cancel' }
)

/** An error, serialized as a message between threads. */
export interface SentFailure {
  kind: DataErrorKind
  path: string
  status?: number
}

/**
 * The worker's answers. `opened` says that the script runs and answers no request. A search sends the parsed query, then batches up to the last one; every other request gets one
 * answer.
 */
export type WorkerAnswer = { id: number } & (
  | { kind: 'opened' }
  | { kind: 'understood'; query: SearchQuery }
  | ({ kind: 'batch' } & FoundBatch)
  | { kind: 'marks'; marks: readonly (readonly TextRange[])[]; isWhole: boolean }
  | { kind: 'snippet'; snippet: Snippet }
  | { kind: 'failed'; failure: SentFailure }
)
