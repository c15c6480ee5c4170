import { findCharacter, findCutAfter, findCutBefore } from './cut-place.ts'
import { findClauseMatches, joinRanges, type ClauseMatch, type TextRange } from './find-matches.ts'
import type { Clause } from './search-query.ts'

/** A short excerpt of a text, on one line, with its matches. */
export interface Snippet {
  text: string
  /** Matches, in UTF-16 units of `text`: in order, without overlap. */
  marks: readonly TextRange[]
}

const ellipsis = '…'

// A little text before the match gives context; most of the room is for what follows.
const leadShare = 0.3

const sentenceEndPattern = /[。！？!?…\n][”’」』）)"']?|[.;；](?=\s)/

/**
 * Builds the excerpt with matches of the most clauses. Ties go to the most matches, then to the earliest place. Without
 * a match it is the beginning of the text. At most `mostCharacters` UTF-16 units, with ellipses where it is cut. Cuts
 * between sentences or words where possible, never within an emoji or between a letter and its marks.
 */
export function buildSnippet(
  text: string,
  clauses: readonly Clause[],
  mostCharacters: number,
): Snippet {
  const matches = findClauseMatches(text, clauses, 'body')
  const { start, end } = trim(text, findPiece(text, matches, mostCharacters))
  const before = text.slice(0, start).trim() === '' ? '' : ellipsis
  const after = text.slice(end).trim() === '' ? '' : ellipsis
  // Replaces each white-space unit by one space, so that offsets stay valid.
  const line = text.slice(start, end).replace(/\s/gu, ' ')
  const shift = before.length - start
  const marks = joinRanges(matches)
    .filter((match) => match.start < end && match.end > start)
    .map((match) => ({
      start: Math.max(match.start, start) + shift,
      end: Math.min(match.end, end) + shift,
    }))
  return { text: `${before}${line}${after}`, marks }
}

/** Finds the range that fits the room and matches the most distinct clauses, then has the most matches. */
function findCluster(matches: readonly ClauseMatch[], room: number): TextRange {
  let best = { start: 0, end: 0, score: 0 }
  const counts = new Map<number, number>()
  let first = 0
  for (const [last, { clause, end }] of matches.entries()) {
    counts.set(clause, (counts.get(clause) ?? 0) + 1)
    while (first < last && end - startOf(matches, first) > room) {
      const dropped = matches[first]?.clause ?? clause
      const left = (counts.get(dropped) ?? 0) - 1
      if (left > 0) counts.set(dropped, left)
      else counts.delete(dropped)
      first++
    }
    const score = counts.size * matches.length + (last - first)
    if (score > best.score) best = { start: startOf(matches, first), end, score }
  }
  return best
}

function startOf(matches: readonly ClauseMatch[], at: number): number {
  return matches[at]?.start ?? 0
}

/** The best cluster of matches with some text before it and as much as fits after it. */
function findPiece(text: string, matches: readonly ClauseMatch[], mostUnits: number): TextRange {
  if (text.length <= mostUnits) return { start: 0, end: text.length }
  const room = mostUnits - 2 * ellipsis.length
  const cluster = findCluster(matches, room)
  const spare = Math.max(0, room - (cluster.end - cluster.start))
  const wanted = Math.min(cluster.start - Math.floor(spare * leadShare), text.length - room)
  const start = wanted <= 0 ? 0 : findStart(text, wanted, cluster.start)
  const most = Math.min(start + room, text.length)
  const end = findCutBefore(text, most)
  // Keeps a match that ends inside a long word, even though the word is then cut.
  return { start, end: end < cluster.end ? findCharacter(text, most).start : end }
}

/** Where the snippet starts: after the first sentence that ends in the lead, otherwise between words. */
function findStart(text: string, wanted: number, latest: number): number {
  const sentence = sentenceEndPattern.exec(text.slice(wanted, latest))
  const at = sentence === null ? wanted : wanted + sentence.index + sentence[0].length
  return findCutAfter(text, at, latest)
}

function trim(text: string, { start, end }: TextRange): TextRange {
  const piece = text.slice(start, end)
  const left = piece.length - piece.trimStart().length
  const right = piece.length - piece.trimEnd().length
  return left === piece.length ? { start, end } : { start: start + left, end: end - right }
}
