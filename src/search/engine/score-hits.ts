import { spellings } from '../segment/posting-list.ts'
import type { TextClause } from '../query/search-query.ts'
import type { ClauseMatches } from './match-phrase.ts'
import { uniteLists } from './sorted-lists.ts'

/** A part of a query and the posts of a segment that match it. */
export type ScoredPart = ScoredClause | ScoredGroup

/** A clause and the posts of a segment that match it. */
export interface ScoredClause {
  kind: 'text'
  clause: TextClause
  /** Posts of the segment that contain the clause; for a phrase, those that contain its rarest term. */
  count: number
  matches: ClauseMatches
}

/** Posts that match any alternative of a group, with their scores. */
export interface ScoredGroup {
  kind: 'group'
  /** At least as many posts of the segment as match. */
  count: number
  ordinals: Uint32Array
  scores: Float32Array
}

// As in BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009): how quickly further occurrences
// stop counting.
const saturation = 1.2

/** One occurrence in the title counts as much as this many in the body. */
const titleWeight = 8

/**
 * Scores the posts that match all parts. Each clause contributes BM25F without length normalization, f / (f + 1.2) with
 * f = 8 × title + body occurrences, plus 1 if the post spells it as typed, so that the exact spelling ranks first. A
 * group contributes its own score. Each contribution is weighted by the rarity of the part among the posts of the
 * segment. The weights of all parts add up to 1, so that scores compare across segments.
 */
export function scoreHits(
  hits: Uint32Array,
  parts: readonly ScoredPart[],
  rows: number,
): Float32Array {
  const scores = new Float32Array(hits.length)
  const rarities = parts.map(({ count }) => toRarity(count, rows))
  const sum = rarities.reduce((total, rarity) => total + rarity, 0)
  for (const [at, part] of parts.entries()) {
    const weight = (rarities[at] ?? 0) / sum
    const ordinals = part.kind === 'text' ? part.matches.ordinals : part.ordinals
    const own = part.kind === 'text' ? scoreMatches(part) : part.scores
    let place = 0
    for (let hit = 0; hit < hits.length; hit++) {
      while (place < ordinals.length && (ordinals[place] ?? 0) < (hits[hit] ?? 0)) place++
      scores[hit] = (scores[hit] ?? 0) + weight * (own[place] ?? 0)
    }
  }
  return scores
}

function scoreMatches({ clause, matches }: ScoredClause): Float32Array {
  const { titleCounts, bodyCounts } = matches
  const wanted = clause.isPlain ? spellings.plain : spellings.other
  return Float32Array.from(titleCounts, (titleCount, at) => {
    const frequency = titleWeight * titleCount + (bodyCounts[at] ?? 0)
    const exact = ((matches.spellings[at] ?? 0) & wanted) === 0 ? 0 : 1
    return frequency / (frequency + saturation) + exact
  })
}

/**
 * Joins the posts of alternatives. Half of a score is that of the best alternative, half the mean of all: alternatives
 * mostly are names of one thing, so none weighs more than another, and a post that has several comes before one that has
 * one of them.
 */
export function uniteScores(
  alternatives: readonly Pick<ScoredGroup, 'ordinals' | 'scores'>[],
  rows: number,
): Pick<ScoredGroup, 'ordinals' | 'scores'> {
  const ordinals = uniteLists(
    alternatives.map((own) => own.ordinals),
    rows,
  )
  const best = new Float32Array(ordinals.length)
  const sums = new Float32Array(ordinals.length)
  for (const own of alternatives) {
    let place = 0
    for (const [at, ordinal] of own.ordinals.entries()) {
      while ((ordinals[place] ?? ordinal) < ordinal) place++
      const score = own.scores[at] ?? 0
      best[place] = Math.max(best[place] ?? 0, score)
      sums[place] = (sums[place] ?? 0) + score
    }
  }
  const scores = best.map((score, at) => (score + (sums[at] ?? 0) / alternatives.length) / 2)
  return { ordinals, scores }
}

/** Inverse document frequency as in BM25, never below zero. */
function toRarity(count: number, rows: number): number {
  return Math.log(1 + (rows - count + 0.5) / (count + 0.5))
}
