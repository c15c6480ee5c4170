import {
  emptySelection,
  intersectSelections,
  rangeSelection,
  subtractSelection,
  uniteSelections,
  type Selection,
} from '#core/selection/selection.ts'
import type { Clause, DateClause, FacetClause, TextClause } from '../query/search-query.ts'
import type { KnownPosts } from './search-source.ts'

/** A clause whose posts are known without the index. */
export interface SelectionClause {
  kind: 'selection'
  selection: Selection
  isExcluded: boolean
}

/** A clause of which only what concerns texts is still open. */
export type ResolvedClause = TextClause | SelectionClause | ResolvedGroup

/** A group with at least one text in it. */
export interface ResolvedGroup {
  kind: 'any'
  alternatives: ResolvedClause[][]
  isExcluded: boolean
}

/**
 * Finds the posts of every clause that is about facets and days, of an archive of so many rows; a group of such clauses is
 * one of them.
 */
export async function resolveClauses(
  clauses: readonly Clause[],
  source: KnownPosts,
  rows: number,
): Promise<ResolvedClause[]> {
  return await Promise.all(clauses.map((clause) => resolveClause(clause, source, rows)))
}

async function resolveClause(
  clause: Clause,
  source: KnownPosts,
  rows: number,
): Promise<ResolvedClause> {
  const { kind, isExcluded } = clause
  if (kind === 'text') return clause
  if (kind !== 'any')
    return { kind: 'selection', selection: await select(clause, source), isExcluded }
  const alternatives = await Promise.all(
    clause.alternatives.map((own) => resolveClauses(own, source, rows)),
  )
  if (!alternatives.flat().every(isSelection)) return { kind, alternatives, isExcluded }
  const selection = alternatives
    .map((own) => narrow(rangeSelection(0, rows), own))
    .reduce(uniteSelections, emptySelection)
  return { kind: 'selection', selection, isExcluded }
}

async function select(clause: FacetClause | DateClause, source: KnownPosts): Promise<Selection> {
  return clause.kind === 'date'
    ? await source.daysOf(clause.days)
    : await source.selectionOf(clause.facet, clause.value)
}

function isSelection(clause: ResolvedClause): clause is SelectionClause {
  return clause.kind === 'selection'
}

/** The posts of a selection that match all clauses whose posts are known. */
export function narrow(selection: Selection, clauses: readonly ResolvedClause[]): Selection {
  return clauses
    .filter(isSelection)
    .reduce(
      (left, own) =>
        own.isExcluded
          ? subtractSelection(left, own.selection)
          : intersectSelections(left, own.selection),
      selection,
    )
}
