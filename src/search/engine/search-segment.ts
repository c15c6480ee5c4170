import type { TextClause } from '../query/search-query.ts'
import { toFirstCharacter } from '../segment/character-totals.ts'
import { toPhraseTerms } from '../terms/phrase-terms.ts'
import { matchPhrase, type ClauseMatches, type PlacedTerm } from './match-phrase.ts'
import { scoreHits, type ScoredClause } from './score-hits.ts'
import type { TermQuery } from './segment-reader.ts'
import { intersectLists, subtractLists } from './sorted-lists.ts'
import type { TermLookUp } from './term-look-up.ts'

/** Hits of a segment; ordinals are relative to its first post. */
export interface SegmentHits {
  ordinals: Uint32Array
  scores: Float32Array
}

/** The part of a query that concerns one segment. */
export interface SegmentQuery {
  clauses: readonly TextClause[]
  /** Posts that satisfy the facet clauses, relative to the segment's first post; absent for all posts. */
  candidates: Uint32Array | undefined
}

/** Finds the posts of a segment that match all wanted clauses and none of the excluded ones. */
export async function searchSegment(
  lookUp: TermLookUp,
  { clauses, candidates }: SegmentQuery,
): Promise<SegmentHits> {
  const wanted = clauses.filter(({ isExcluded }) => !isExcluded).map(toPlan)
  const excluded = clauses.filter(({ isExcluded }) => isExcluded).map(toPlan)
  let hits = await findCandidates(wanted, candidates, lookUp)
  const scored: ScoredClause[] = []
  for (const plan of wanted) {
    if (hits?.length === 0) break
    const { matches, count } = await matchClause(plan, hits ?? new Uint32Array(), lookUp)
    scored.push({ clause: plan.clause, matches, count })
    hits = matches.ordinals
  }
  let rest = hits ?? listAll(lookUp.segment.rows)
  for (const plan of excluded) {
    if (rest.length === 0) break
    rest = await dropExcluded(plan, rest, lookUp)
  }
  return { ordinals: rest, scores: scoreHits(rest, scored, lookUp.segment.rows) }
}

/** A clause and the terms its phrase needs. */
interface ClausePlan {
  clause: TextClause
  terms: { query: TermQuery; offset: number }[]
}

function toPlan(clause: TextClause): ClausePlan {
  const terms = toPhraseTerms(clause.phrase, clause.isPrefix)
  // A one-character phrase needs only its posts, not its positions.
  const isAlone = terms.length === 1
  return {
    clause,
    terms: terms.map(({ term, isPrefix, offset }) => ({
      query: { term, isPrefix, hasTotal: isAlone && isPrefix && toFirstCharacter(term) === term },
      offset,
    })),
  }
}

/** The candidates that contain every term of every plan; `undefined` when nothing narrows them. */
async function findCandidates(
  plans: readonly ClausePlan[],
  candidates: Uint32Array | undefined,
  lookUp: TermLookUp,
): Promise<Uint32Array | undefined> {
  const queries = plans.flatMap(({ terms }) => terms.map(({ query }) => query))
  let left = candidates
  for (const stage of await lookUp.toStages(queries)) {
    if (left?.length === 0) return left
    const groups = await Promise.all(stage.map((query) => lookUp.find(query)))
    // Rarest first: the other lists are then read only for the posts it leaves.
    for (const group of groups.toSorted((a, b) => a.count - b.count)) {
      if (group.count === 0) return new Uint32Array()
      const { ordinals, length } = await group.loadDocuments(left)
      const own = ordinals.subarray(0, length)
      left = left === undefined ? own.slice() : intersectLists(left, own)
      if (left.length === 0) return left
    }
  }
  return left
}

async function matchClause(
  { clause, terms }: ClausePlan,
  candidates: Uint32Array,
  lookUp: TermLookUp,
): Promise<{ matches: ClauseMatches; count: number }> {
  const placed: PlacedTerm[] = await Promise.all(
    terms.map(async ({ query, offset }) => ({ offset, group: await lookUp.find(query) })),
  )
  const count = Math.min(...placed.map(({ group }) => group.count), lookUp.segment.rows)
  return { matches: await matchPhrase(clause, placed, candidates), count }
}

async function dropExcluded(
  plan: ClausePlan,
  hits: Uint32Array,
  lookUp: TermLookUp,
): Promise<Uint32Array> {
  const candidates = await findCandidates([plan], hits, lookUp)
  if (candidates === undefined || candidates.length === 0) return hits
  const { matches } = await matchClause(plan, candidates, lookUp)
  return subtractLists(hits, matches.ordinals)
}

function listAll(rows: number): Uint32Array {
  const ordinals = new Uint32Array(rows)
  for (let at = 0; at < rows; at++) ordinals[at] = at
  return ordinals
}
