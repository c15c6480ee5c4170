import { findMatches, type TextRange } from './find-matches.ts'
import type { Clause } from './search-query.ts'

/** A short piece of a text, on one line, with the matches in it. */
export interface Snippet {
  text: string
  /** Matches, in UTF-16 units of `text`. */
  marks: TextRange[]
}

/** The piece of a text of at most `mostCharacters` characters that holds most of what the clauses look for. */
export function buildSnippet(
  text: string,
  clauses: readonly Clause[],
  mostCharacters: number,
): Snippet {
  const marks = findMatches(text, clauses)
  const start = marks[0]?.start ?? 0
  const piece = text.slice(start, start + mostCharacters).replace(/\s/gu, ' ')
  const end = start + piece.length
  return {
    text: piece,
    marks: marks
      .filter((mark) => mark.start < end)
      .map((mark) => ({ start: mark.start - start, end: Math.min(mark.end, end) - start })),
  }
}
