import type { DocumentList } from '../segment/posting-list.ts'
import type { PositionTable } from './position-lists.ts'

/** A term or a prefix to look up. */
export interface TermQuery {
  term: string
  isPrefix: boolean
  /** Whether the union of the posts of all these terms is enough, without positions. */
  hasTotal: boolean
}

/** Posts in ascending order: the first `length` of the list. */
export type OrdinalList = Pick<DocumentList, 'ordinals' | 'length'>

/** Where the terms of consecutive posts are looked up. Ordinals are relative to the first of these posts. */
export interface TermSource {
  /** How many posts there are. */
  readonly rows: number
  /** Whether terms are better looked up one after the other: often the first one already leaves no post. */
  readonly isStaged: boolean
  find(query: TermQuery): Promise<FoundTerm>
  /** Groups terms into stages; a stage is looked up only if the ones before it leave any posts. */
  toStages(queries: readonly TermQuery[]): Promise<TermQuery[][]>
}

/** The queried term, or every term with the queried prefix as one. */
export interface FoundTerm {
  /** Upper bound on the number of posts with any of the terms. */
  readonly count: number
  /** Loads which posts have it: all of them without candidates, otherwise at least those among the candidates. */
  loadOrdinals(candidates: Uint32Array | undefined): Promise<OrdinalList>
  /** Loads at least the candidates among the posts. */
  loadDocuments(candidates: Uint32Array): Promise<DocumentList>
  /** Loads the positions in the candidates, each of which must contain a term. */
  loadPositions(candidates: Uint32Array): Promise<PositionTable>
}
