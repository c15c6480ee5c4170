import { intersectSelections, rangeSelection, toOrdinals } from '#core/selection/selection.ts'
import type { Selection } from '#core/selection/selection.ts'
import type { RowRange } from '../segment/plan-segments.ts'
import { matchAll, type MatchedPosts, type SegmentClause } from './match-all.ts'
import type { ResolvedClause } from './resolve-clauses.ts'
import type { SearchBatch } from './search-source.ts'
import type { TermSource } from './term-source.ts'

/** Hits of a segment; ordinals are relative to its first post. */
export type SegmentHits = Pick<MatchedPosts, 'ordinals' | 'scores'>

/** The part of a query that concerns one segment. */
export interface SegmentQuery {
  segment: RowRange
  clauses: readonly ResolvedClause[]
  /** Posts that satisfy what does not need the index, relative to the segment's first post; absent for all posts. */
  candidates: Uint32Array | undefined
}

/** Finds the posts of a segment that match all wanted clauses and none of the excluded ones. */
export async function searchSegment(
  lookUp: TermSource,
  { segment, clauses, candidates }: SegmentQuery,
): Promise<SegmentHits> {
  return await matchAll(
    clauses.map((clause) => toSegmentClause(clause, segment)),
    candidates,
    lookUp,
  )
}

export const noHits: SegmentHits = { ordinals: new Uint32Array(), scores: new Float32Array() }

/** The hits of a segment by their ordinals in the archive. */
export function toBatch(
  { first }: RowRange,
  { ordinals, scores }: SegmentHits,
  isLast: boolean,
): SearchBatch {
  return { ordinals: ordinals.map((ordinal) => ordinal + first), scores, isLast }
}

/** The posts of a segment that are allowed, as `SegmentQuery.candidates`. */
export function listCandidates(allowed: Selection, segment: RowRange): Uint32Array | undefined {
  const { first, rows } = segment
  const own = intersectSelections(allowed, rangeSelection(first, first + rows))
  const isAll = own.kind === 'range' && own.end - own.start === rows
  return isAll ? undefined : toOwnOrdinals(own, segment)
}

function toSegmentClause(clause: ResolvedClause, segment: RowRange): SegmentClause {
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
function toOwnOrdinals(selection: Selection, { first, rows }: RowRange): Uint32Array {
  const own = intersectSelections(selection, rangeSelection(first, first + rows))
  return toOrdinals(own).map((ordinal) => ordinal - first)
}
