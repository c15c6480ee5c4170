import { foldWithOffsets } from '../fold/fold-text.ts'
import { findPhrase } from './find-phrase.ts'
import { listWantedTexts, type Clause } from './search-query.ts'
import { TextWords } from './text-words.ts'

/** A range of a text, in UTF-16 units. */
export interface TextRange {
  start: number
  end: number
}

/** A match and the index of its clause. */
export interface ClauseMatch extends TextRange {
  clause: number
}

/** The field a match is looked for in. */
export type SearchedField = 'title' | 'body'

/**
 * Finds the ranges of an unfolded text that match any of the clauses: in order, merged where they touch or overlap.
 * Title clauses count only when `field` is `title`; excluded clauses never count. Of a group all alternatives do.
 */
export function findMatches(
  text: string,
  clauses: readonly Clause[],
  field: SearchedField = 'body',
): TextRange[] {
  return joinRanges(findClauseMatches(text, clauses, field))
}

/** Like `findMatches`, but returns every match separately. */
export function findClauseMatches(
  text: string,
  clauses: readonly Clause[],
  field: SearchedField,
): ClauseMatch[] {
  const wanted = listWantedTexts(clauses).filter(
    (clause) => clause.field === 'any' || field === 'title',
  )
  if (wanted.length === 0) return []
  const { folded, starts, ends } = foldWithOffsets(text)
  const words = new TextWords(folded)
  const matches = wanted.flatMap((clause, number) =>
    findPhrase(words, clause).map(({ start, end }) => ({
      start: starts[start] ?? 0,
      end: ends[end - 1] ?? text.length,
      clause: number,
    })),
  )
  return matches.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Merges sorted ranges where they touch or overlap. */
export function joinRanges(ranges: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = []
  for (const { start, end } of ranges) {
    const last = joined.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}
