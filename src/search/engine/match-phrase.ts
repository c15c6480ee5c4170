import { bodyStart, spellings, type DocumentList } from '../segment/posting-list.ts'
import type { TextClause } from '../query/search-query.ts'
import type { PositionTable } from './position-lists.ts'
import { findPlace } from './sorted-lists.ts'
import type { FoundTerm } from './term-source.ts'

/** A term of a phrase, as found in a segment. */
export interface PlacedTerm {
  offset: number
  group: FoundTerm
}

/** The posts that match a clause, with the counts ranking needs. The arrays run in parallel. */
export interface ClauseMatches {
  ordinals: Uint32Array
  /** Occurrences in the title and in the body. */
  titleCounts: Uint32Array
  bodyCounts: Uint32Array
  /** How the post spells it: one of `spellings`. */
  spellings: Uint8Array
}

/** Returns the candidates that contain the phrase. Every candidate must already contain each of its terms. */
export async function matchPhrase(
  clause: TextClause,
  terms: readonly PlacedTerm[],
  candidates: Uint32Array,
): Promise<ClauseMatches> {
  const documents = await Promise.all(terms.map(({ group }) => group.loadDocuments(candidates)))
  const matches = toMatches(documents, candidates)
  if (terms.length > 1) {
    const tables = await Promise.all(terms.map(({ group }) => group.loadPositions(candidates)))
    countPhrases(
      matches,
      tables,
      terms.map(({ offset }) => offset),
    )
  }
  return dropUnmatched(matches, clause.field === 'title')
}

/** Takes the counts from the first term and joins the spellings of all terms. */
function toMatches(documents: readonly DocumentList[], candidates: Uint32Array): ClauseMatches {
  const matches: ClauseMatches = {
    ordinals: candidates,
    titleCounts: new Uint32Array(candidates.length),
    bodyCounts: new Uint32Array(candidates.length),
    spellings: new Uint8Array(candidates.length).fill(spellings.plain),
  }
  for (const [at, list] of documents.entries()) {
    let place = 0
    for (let candidate = 0; candidate < candidates.length; candidate++) {
      const ordinal = candidates[candidate] ?? 0
      while (place < list.length && (list.ordinals[place] ?? 0) < ordinal) place++
      matches.spellings[candidate] = joinSpellings(
        matches.spellings[candidate] ?? 0,
        list.spellings[place] ?? 0,
      )
      if (at > 0) continue
      const titleCount = list.titleCounts[place] ?? 0
      matches.titleCounts[candidate] = titleCount
      matches.bodyCounts[candidate] = (list.counts[place] ?? 0) - titleCount
    }
  }
  return matches
}

/** A phrase counts as plain only if all its terms are, and as `other` if any of them is. */
function joinSpellings(before: number, term: number): number {
  return (before & term & spellings.plain) | ((before | term) & spellings.other)
}

/** Counts the places where all terms occur at their offsets from each other. */
function countPhrases(
  matches: ClauseMatches,
  tables: readonly PositionTable[],
  offsets: readonly number[],
): void {
  for (let candidate = 0; candidate < matches.ordinals.length; candidate++) {
    let starts: Uint32Array | undefined
    for (const [at, table] of tables.entries()) {
      const own = table.values.subarray(table.starts[candidate] ?? 0, table.starts[candidate + 1])
      const offset = offsets[at] ?? 0
      starts = starts === undefined ? own : keepFollowed(starts, own, offset)
      if (starts.length === 0) break
    }
    const titleCount = findPlace(starts ?? new Uint32Array(), bodyStart)
    matches.titleCounts[candidate] = titleCount
    matches.bodyCounts[candidate] = (starts?.length ?? 0) - titleCount
  }
}

/** Keeps the starts that have a position `offset` units after them. */
function keepFollowed(starts: Uint32Array, positions: Uint32Array, offset: number): Uint32Array {
  const kept = new Uint32Array(Math.min(starts.length, positions.length))
  let length = 0
  let at = 0
  for (const start of starts) {
    while (at < positions.length && (positions[at] ?? 0) < start + offset) at++
    if (at === positions.length) break
    if (positions[at] === start + offset) kept[length++] = start
  }
  return kept.subarray(0, length)
}

function dropUnmatched(matches: ClauseMatches, isTitleOnly: boolean): ClauseMatches {
  const { ordinals, titleCounts, bodyCounts, spellings } = matches
  let length = 0
  for (let at = 0; at < ordinals.length; at++) {
    const bodyCount = isTitleOnly ? 0 : (bodyCounts[at] ?? 0)
    if ((titleCounts[at] ?? 0) + bodyCount > 0) length++
  }
  if (length === ordinals.length && !isTitleOnly) return matches
  const kept: ClauseMatches = {
    ordinals: new Uint32Array(length),
    titleCounts: new Uint32Array(length),
    bodyCounts: new Uint32Array(length),
    spellings: new Uint8Array(length),
  }
  let to = 0
  for (let at = 0; at < ordinals.length; at++) {
    const bodyCount = isTitleOnly ? 0 : (bodyCounts[at] ?? 0)
    if ((titleCounts[at] ?? 0) + bodyCount === 0) continue
    kept.ordinals[to] = ordinals[at] ?? 0
    kept.titleCounts[to] = titleCounts[at] ?? 0
    kept.bodyCounts[to] = bodyCount
    kept.spellings[to] = spellings[at] ?? 0
    to++
  }
  return kept
}
