import { findMatches } from '#search/query/find-matches.ts'
import { listWantedTexts, type AnyClause, type Clause } from '#search/query/search-query.ts'
import type { MarkedField } from './search-messages.ts'

/**
 * Whether the given texts of a post contain everything a query looks for; scanning the whole article is then pointless.
 */
export function showsAll(clauses: readonly Clause[], fields: readonly MarkedField[]): boolean {
  return clauses.every((clause) => {
    if (clause.isExcluded) return true
    if (clause.kind === 'any') return showsAny(clause, fields)
    const isInBodies = clause.kind === 'text' && clause.field === 'any'
    return (
      !isInBodies || fields.some(({ field, text }) => findMatches(text, [clause], field).length > 0)
    )
  })
}

/** An alternative without a text of its own shows nothing of why the post was found. */
function showsAny({ alternatives }: AnyClause, fields: readonly MarkedField[]): boolean {
  const texts = alternatives.filter((clauses) => listWantedTexts(clauses).length > 0)
  return texts.length === 0 || texts.some((clauses) => showsAll(clauses, fields))
}
