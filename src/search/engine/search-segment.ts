import { intersectSelections, rangeSelection, toOrdinals } from '#core/selection/selection.ts'
import type { Selection } from '#core/selection/selection.ts'
import type { RootSegment } from '../segment/search-root.ts'
import { matchAll, type MatchedPosts, type SegmentClause } from './match-all.ts'
import type { ResolvedClause } from './resolve-clauses.ts'
import type { TermLookUp } from './term-look-up.ts'

/** Hits of a segment; ordinals are relative to its first post. */
export type SegmentHits = Pick<MatchedPosts, 'ordinals' | 'scores'>

/** The part of a query that concerns one segment. */
export interface SegmentQuery {
  clauses: readonly ResolvedClause[]
  /** Posts that satisfy what does not need the index, relative to the segment's first post; absent for all posts. */
  candidates: Uint32Array | undefined
}

/** Finds the posts of a segment that match all wanted clauses and none of the excluded ones. */
export async function searchSegment(
  lookUp: TermLookUp,
  { clauses, candidates }: SegmentQuery,
): Promise<SegmentHits> {
  return await matchAll(
    clauses.map((clause) => toSegmentClause(clause, lookUp.segment)),
    candidates,
    lookUp,
  )
}

function toSegmentClause(clause: ResolvedClause, segment: RootSegment): SegmentClause {
  const { kind, isExcluded } = clause
  if (kind === 'text') return clause
  if (kind === 'selection') {
    return { kind: 'list', ordinals: toOwnOrdinals(clause.selection, segment), isExcluded }
  }
  const alternatives = clause.alternatives.map((own) =>
    own.map((inner) => toSegmentClause(inner, segment)),
  )
  return { kind, alternatives, isExcluded }
}

/** The posts of a selection that are in a segment, relative to its first post. */
export function toOwnOrdinals(selection: Selection, { first, rows }: RootSegment): Uint32Array {
  const own = intersectSelections(selection, rangeSelection(first, first + rows))
  return toOrdinals(own).map((ordinal) => ordinal - first)
}
