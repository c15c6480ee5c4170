import { findMatches } from '#search/query/find-matches.ts'
import type { Clause } from '#search/query/search-query.ts'
import type { MarkedField } from './search-messages.ts'

/** Whether some texts of a post hold all that a query looks for: nothing is gained by looking into the whole article then. */
export function showsAll(clauses: readonly Clause[], fields: readonly MarkedField[]): boolean {
  return clauses.every((clause) => {
    const isInBodies = clause.kind === 'text' && clause.field === 'any' && !clause.isExcluded
    const isShown = fields.some(({ field, text }) => findMatches(text, [clause], field).length > 0)
    return isShown || !isInBodies
  })
}
