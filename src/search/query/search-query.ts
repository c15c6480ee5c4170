import type { FacetName } from '#core/facet.ts'

/** A query as understood. A post is a hit when every clause holds for it. */
export interface SearchQuery {
  clauses: Clause[]
  /** What the reader should know about how the query was read. */
  notes: QueryNote[]
}

/** One condition of a query. */
export type Clause = TextClause | FacetClause

/** A phrase that a post's text holds. */
export interface TextClause {
  kind: 'text'
  /** `any`: in the title or in the body. */
  field: 'any' | 'title'
  /** Folded, never empty. */
  phrase: string
  /** Whether the last word of the phrase may be the beginning of a longer one. */
  isPrefix: boolean
  isExcluded: boolean
  /** Whether it was typed just as it folds: then texts written so rank first, else those written otherwise. */
  isPlain: boolean
}

/** A value that a post has in a facet. */
export interface FacetClause {
  kind: 'facet'
  facet: FacetName
  /** As typed, trimmed, never empty; compared by `toFacetKey`. */
  value: string
  isExcluded: boolean
}

/** Something about a query that was not taken as typed. */
export type QueryNote =
  /** A quote is not closed: it runs to the end. */
  | { code: 'unclosed-quote' }
  /** The query holds no letter and no number to search for: it finds nothing. */
  | { code: 'nothing-searchable' }
  /** Some part of it holds no letter and no number and was left out. */
  | { code: 'signs-ignored' }
  /** `title:` or a facet's name stands without anything after it and was left out. */
  | { code: 'value-missing'; field: 'title' | FacetName }
  /** Clauses beyond the first 32 were left out. */
  | { code: 'too-many-clauses' }
  /** The query or a phrase of it was cut. */
  | { code: 'too-long' }
