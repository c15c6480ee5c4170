import { isDense, isLowSurrogate } from '../fold/character-class.ts'
import { foldWithOffsets } from '../fold/fold-text.ts'
import { listWantedTexts, type Clause, type TextClause } from './search-query.ts'

const space = 0x20

/** Nobody needs more, and a hostile text with millions of matches must not exhaust the memory. */
const mostPlaces = 10_000

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
  const matches = wanted.flatMap((clause, number) =>
    findPhrase(folded, clause).map((at) => ({
      start: starts[at] ?? 0,
      end: ends[at + clause.phrase.length - 1] ?? text.length,
      clause: number,
    })),
  )
  return matches.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Returns the places where a phrase matches in a folded text, at most 10,000. */
export function findPhrase(
  folded: string,
  { phrase, isPrefix }: Pick<TextClause, 'phrase' | 'isPrefix'>,
): number[] {
  const places: number[] = []
  const startsDense = isDense(phrase.charCodeAt(0))
  const mayGoOn = isPrefix || isDense(lastCharacterUnit(phrase))
  let at = folded.indexOf(phrase)
  for (; at !== -1 && places.length < mostPlaces; at = folded.indexOf(phrase, at + 1)) {
    const end = at + phrase.length
    const startsWhole = startsDense || at === 0 || folded.charCodeAt(at - 1) === space
    const endsWhole = mayGoOn || end === folded.length || folded.charCodeAt(end) === space
    if (startsWhole && endsWhole) places.push(at)
  }
  return places
}

function lastCharacterUnit(phrase: string): number {
  const last = phrase.charCodeAt(phrase.length - 1)
  return isLowSurrogate(last) ? phrase.charCodeAt(phrase.length - 2) : last
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
