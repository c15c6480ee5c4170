import type { TextClause } from '../query/search-query.ts'
import { toFirstCharacter } from '../segment/character-totals.ts'
import { toPhraseTerms } from '../terms/phrase-terms.ts'
import { matchPhrase, type ClauseMatches, type PlacedTerm } from './match-phrase.ts'
import { scoreHits, uniteScores, type ScoredPart } from './score-hits.ts'
import { intersectLists, listNumbers, subtractLists } from './sorted-lists.ts'
import type { TermQuery, TermSource } from './term-source.ts'

/** A condition on the posts of one segment. Ordinals are relative to its first post. */
export type SegmentClause = TextClause | ListClause | GroupClause

/** Posts that are known without the index. */
export interface ListClause {
  kind: 'list'
  ordinals: Uint32Array
  isExcluded: boolean
}

/** Conditions of which any is enough. */
export interface GroupClause {
  kind: 'any'
  alternatives: readonly (readonly SegmentClause[])[]
  isExcluded: boolean
}

/** The posts that match conditions. */
export interface MatchedPosts {
  ordinals: Uint32Array
  /** One per ordinal, from 0 to 2. */
  scores: Float32Array
  /** Upper bound on the posts of the segment that match; for ranking. */
  count: number
}

/**
 * Finds the posts that match all wanted clauses and none of the excluded ones. Without candidates every post of the
 * segment is one.
 */
export async function matchAll(
  clauses: readonly SegmentClause[],
  candidates: Uint32Array | undefined,
  lookUp: TermSource,
): Promise<MatchedPosts> {
  const wanted = clauses
    .filter(isText)
    .filter(({ isExcluded }) => !isExcluded)
    .map(toPlan)
  const groups = clauses.filter(isGroup)
  prefetchTerms(groups, lookUp)
  let hits = await findCandidates(wanted, narrowByLists(clauses, candidates, lookUp), lookUp)
  const scored: ScoredPart[] = []
  for (const plan of wanted) {
    if (hits?.length === 0) break
    const { matches, count } = await matchClause(plan, hits ?? new Uint32Array(), lookUp)
    scored.push({ kind: 'text', clause: plan.clause, matches, count })
    hits = matches.ordinals
  }
  for (const group of groups) {
    if (group.isExcluded || hits?.length === 0) continue
    const matched = await matchAny(group, hits, lookUp)
    scored.push({ kind: 'group', ...matched })
    hits = matched.ordinals
  }
  const { rows } = lookUp
  const rest = await dropExcluded(clauses, hits ?? listNumbers(rows), lookUp)
  const count = scored.reduce((least, own) => Math.min(least, own.count), rows)
  return { ordinals: rest, scores: scoreHits(rest, scored, rows), count }
}

async function matchAny(
  { alternatives }: GroupClause,
  candidates: Uint32Array | undefined,
  lookUp: TermSource,
): Promise<MatchedPosts> {
  const found = await Promise.all(alternatives.map((own) => matchAll(own, candidates, lookUp)))
  const { rows } = lookUp
  const count = found.reduce((sum, own) => sum + own.count, 0)
  return { ...uniteScores(found, rows), count: Math.min(count, rows) }
}

const isText = (clause: SegmentClause): clause is TextClause => clause.kind === 'text'
const isGroup = (clause: SegmentClause): clause is GroupClause => clause.kind === 'any'

/** Requests the terms of groups together with those beside them, where all of them are probably needed. */
function prefetchTerms(groups: readonly GroupClause[], lookUp: TermSource): void {
  if (lookUp.isStaged) return
  for (const clause of groups.flatMap(({ alternatives }) => alternatives.flat())) {
    if (!isText(clause)) continue
    // Whoever needs the term gets the failure too.
    for (const { query } of toPlan(clause).terms) lookUp.find(query).catch(() => undefined)
  }
}

function narrowByLists(
  clauses: readonly SegmentClause[],
  candidates: Uint32Array | undefined,
  lookUp: TermSource,
): Uint32Array | undefined {
  let left = candidates
  for (const clause of clauses) {
    if (clause.kind !== 'list') continue
    const { ordinals, isExcluded } = clause
    if (isExcluded) left = subtractLists(left ?? listNumbers(lookUp.rows), ordinals)
    else left = left === undefined ? ordinals : intersectLists(left, ordinals)
  }
  return left
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
  lookUp: TermSource,
): Promise<Uint32Array | undefined> {
  const queries = plans.flatMap(({ terms }) => terms.map(({ query }) => query))
  let left = candidates
  for (const stage of await lookUp.toStages(queries)) {
    if (left?.length === 0) return left
    const groups = await Promise.all(stage.map((query) => lookUp.find(query)))
    // Rarest first: the other lists are then read only for the posts it leaves.
    for (const group of [...groups].sort((a, b) => a.count - b.count)) {
      if (group.count === 0) return new Uint32Array()
      const { ordinals, length } = await group.loadOrdinals(left)
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
  lookUp: TermSource,
): Promise<{ matches: ClauseMatches; count: number }> {
  const placed: PlacedTerm[] = await Promise.all(
    terms.map(async ({ query, offset }) => ({ offset, group: await lookUp.find(query) })),
  )
  const count = Math.min(...placed.map(({ group }) => group.count), lookUp.rows)
  return { matches: await matchPhrase(clause, placed, candidates), count }
}

async function dropExcluded(
  clauses: readonly SegmentClause[],
  hits: Uint32Array,
  lookUp: TermSource,
): Promise<Uint32Array> {
  let rest = hits
  for (const clause of clauses) {
    if (rest.length === 0) break
    if (!clause.isExcluded || clause.kind === 'list') continue
    const found =
      clause.kind === 'any'
        ? await matchAny(clause, rest, lookUp)
        : await matchAll([{ ...clause, isExcluded: false }], rest, lookUp)
    rest = subtractLists(rest, found.ordinals)
  }
  return rest
}
