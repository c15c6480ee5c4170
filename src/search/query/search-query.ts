import type { DateField } from '#core/selection/query-days.ts'
import type { DayBounds } from './query-date.ts'
import type { FieldName, Operator, ValueField } from './query-chunk.ts'
import type { SignProblem } from './query-tokens.ts'

/** A parsed query. A post is a hit when it matches every clause. */
export interface SearchQuery {
  clauses: Clause[]
  /** What the reader should know about how the query was parsed. */
  notes: QueryNote[]
}

/** One condition of a query, or several joined by OR. */
export type Clause = LeafClause | AnyClause

/** A condition that holds no others. */
export type LeafClause = TextClause | FacetClause | DateClause

/** A phrase that the text of a post contains. */
export interface TextClause {
  kind: 'text'
  /** `any`: in the title or in the body. */
  field: 'any' | 'title'
  /** Folded, never empty; see `toPhrases`. */
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
  facet: ValueField
  /** As typed and trimmed, never empty. Compared by `toFacetMatcher`. */
  value: string
  isExcluded: boolean
}

/** Days on which a post was published. */
export interface DateClause {
  kind: 'date'
  /** At least one bound is given. */
  days: DayBounds
  isExcluded: boolean
}

/** Conditions of which any is enough. */
export interface AnyClause {
  kind: 'any'
  /** At least one; a post matches an alternative when it matches all of its clauses, of which there is at least one. */
  alternatives: Clause[][]
  isExcluded: boolean
  /** Set when they are ways to write one condition, such as `co-operation`: the phrases are then all of one chunk. */
  isOneCondition?: true
}

/** A part of a query that was not taken as typed. */
export type QueryNote =
  /** A quote is not closed; it extends to the end. */
  | { code: 'unclosed-quote' }
  /** A bracket is not closed (it extends to the end), closes nothing, or is too deep (both were left out). */
  | { code: SignProblem }
  /** An operator has nothing to join or exclude and was left out. */
  | { code: 'operator-alone'; operator: Operator }
  /** The query contains no letters or numbers to search for, so it finds nothing. */
  | { code: 'nothing-searchable' }
  /** A part of it contains no letters or numbers and was left out. */
  | { code: 'signs-ignored' }
  /** A field name has nothing after it and was left out. */
  | { code: 'value-missing'; field: FieldName }
  /** What follows `date:`, `after:` or `before:` is no date; it was left out. */
  | { code: 'date-unknown'; field: DateField; text: string }
  /** Clauses beyond the first 32 were left out. */
  | { code: 'too-many-clauses' }
  /** The query or a phrase of it was cut. */
  | { code: 'too-long' }

/** The phrases that a query wants to see in a text, those of all alternatives included. */
export function listWantedTexts(clauses: readonly Clause[]): TextClause[] {
  return clauses.flatMap((clause) => {
    if (clause.isExcluded) return []
    if (clause.kind === 'any') return clause.alternatives.flatMap(listWantedTexts)
    return clause.kind === 'text' ? [clause] : []
  })
}
