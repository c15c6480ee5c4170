import { findMatches } from '#search/query/find-matches.ts'
import type { Clause } from '#search/query/search-query.ts'
import type { MarkedField } from './search-messages.ts'

/**
 * Whether the given texts of a post contain everything a query looks for; scanning the whole article is then pointless.
 */
export function showsAll(clauses: readonly Clause[], fields: readonly MarkedField[]): boolean {
  return clauses.every((clause) => {
    const isInBodies = clause.kind === 'text' && clause.field === 'any' && !clause.isExcluded
    const isShown = fields.some(({ field, text }) => findMatches(text, [clause], field).length > 0)
    return isShown || !isInBodies
  })
}
