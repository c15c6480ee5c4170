import { spellings } from '../segment/posting-list.ts'
import type { TextClause } from '../query/search-query.ts'
import type { ClauseMatches } from './match-phrase.ts'

/** A clause and the posts of a segment that match it. */
export interface ScoredClause {
  clause: TextClause
  /** Posts of the segment that contain the clause; for a phrase, those that contain its rarest term. */
  count: number
  matches: ClauseMatches
}

// As in BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009): how quickly further occurrences
// stop counting.
const saturation = 1.2

/** One occurrence in the title counts as much as this many in the body. */
const titleWeight = 8

/**
 * Scores the posts that match all clauses. Each clause contributes BM25F without length normalization, f / (f + 1.2)
 * with f = 8 × title + body occurrences, plus 1 if the post spells it as typed, so that the exact spelling ranks first.
 * Each contribution is weighted by the rarity of the clause among the posts of the segment. The weights of all clauses
 * add up to 1, so that scores compare across segments.
 */
export function scoreHits(
  hits: Uint32Array,
  clauses: readonly ScoredClause[],
  rows: number,
): Float32Array {
  const scores = new Float32Array(hits.length)
  const rarities = clauses.map(({ count }) => toRarity(count, rows))
  const sum = rarities.reduce((total, rarity) => total + rarity, 0)
  for (const [at, { clause, matches }] of clauses.entries()) {
    const weight = (rarities[at] ?? 0) / sum
    const wanted = clause.isPlain ? spellings.plain : spellings.other
    let place = 0
    for (let hit = 0; hit < hits.length; hit++) {
      while (place < matches.ordinals.length && (matches.ordinals[place] ?? 0) < (hits[hit] ?? 0))
        place++
      const frequency =
        titleWeight * (matches.titleCounts[place] ?? 0) + (matches.bodyCounts[place] ?? 0)
      const exact = ((matches.spellings[place] ?? 0) & wanted) === 0 ? 0 : 1
      scores[hit] = (scores[hit] ?? 0) + weight * (frequency / (frequency + saturation) + exact)
    }
  }
  return scores
}

/** Inverse document frequency as in BM25, never below zero. */
function toRarity(count: number, rows: number): number {
  return Math.log(1 + (rows - count + 0.5) / (count + 0.5))
}
