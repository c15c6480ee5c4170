import type { FacetName } from '#core/facet/facet.ts'

/** A parsed query. A post is a hit when it matches every clause. */
export interface SearchQuery {
  clauses: Clause[]
  /** What the reader should know about how the query was parsed. */
  notes: QueryNote[]
}

/** One condition of a query. */
export type Clause = TextClause | FacetClause

/** A phrase that the text of a post contains. */
export interface TextClause {
  kind: 'text'
  /** `any`: in the title or in the body. */
  field: 'any' | 'title'
  /** Folded, never empty. */
  phrase: string
  /** Whether the last word of the phrase is a prefix. */
  isPrefix: boolean
  isExcluded: boolean
  /**
   * Whether it was typed exactly as it folds. If so, texts spelled that way rank first, otherwise those spelled
   * differently.
   */
  isPlain: boolean
}

/** A value that a post has in a facet. */
export interface FacetClause {
  kind: 'facet'
  facet: FacetName
  /** As typed and trimmed, never empty. Compared by `toFacetKey`. */
  value: string
  isExcluded: boolean
}

/** A part of a query that was not taken as typed. */
export type QueryNote =
  /** A quote is not closed; it extends to the end. */
  | { code: 'unclosed-quote' }
  /** The query contains no letters or numbers to search for, so it finds nothing. */
  | { code: 'nothing-searchable' }
  /** A part of it contains no letters or numbers and was left out. */
  | { code: 'signs-ignored' }
  /** `title:` or a facet name has nothing after it and was left out. */
  | { code: 'value-missing'; field: 'title' | FacetName }
  /** Clauses beyond the first 32 were left out. */
  | { code: 'too-many-clauses' }
  /** The query or a phrase of it was cut. */
  | { code: 'too-long' }
