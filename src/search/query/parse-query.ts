import { foldText, foldWithOffsets } from '../fold/fold-text.ts'
import { isDense, isLowSurrogate } from '../fold/character-class.ts'
import { splitQuery, type QueryChunk } from './split-query.ts'
import type { Clause, QueryNote, SearchQuery, TextClause } from './search-query.ts'

/** Only this many UTF-16 units of a query are read. */
export const longestQuery = 4_000
/** Maximum number of clauses in a query. */
export const mostClauses = 32
/** Maximum length of a folded phrase, in UTF-16 units. */
export const longestPhrase = 200

/** Parses what the reader typed. Never fails: parts it cannot use are left out and reported in a note. */
export function parseQuery(input: string): SearchQuery {
  const { chunks, isUnclosed } = splitQuery(input.slice(0, longestQuery))
  const notes: QueryNote[] = []
  if (isUnclosed) notes.push({ code: 'unclosed-quote' })
  let isTooLong = input.length > longestQuery
  const clauses: Clause[] = []
  for (const [at, chunk] of chunks.entries()) {
    const clause = toClause(chunk, at === chunks.length - 1)
    if (clause === undefined) notes.push(explain(chunk))
    else if (clause.kind === 'text' && clause.phrase.length > longestPhrase) {
      isTooLong = true
      clauses.push(shorten(clause))
    } else clauses.push(clause)
  }
  if (isTooLong) notes.push({ code: 'too-long' })
  const different = dropRepeated(clauses)
  if (different.length > mostClauses) notes.push({ code: 'too-many-clauses' })
  if (different.length === 0 && input.trim() !== '') notes.push({ code: 'nothing-searchable' })
  return { clauses: different.slice(0, mostClauses), notes: dropRepeated(notes) }
}

function toClause(chunk: QueryChunk, isLast: boolean): Clause | undefined {
  const { field, isExcluded, isQuoted } = chunk
  if (field !== 'any' && field !== 'title') {
    const value = chunk.text.trim()
    return value === '' ? undefined : { kind: 'facet', facet: field, value, isExcluded }
  }
  const phrase = foldText(chunk.text)
  if (phrase === '') return undefined
  const isPrefix = isLast && !isQuoted && !isExcluded && endsInLongWord(phrase)
  const isPlain = foldWithOffsets(chunk.text).plain.every((flag) => flag === 1)
  return { kind: 'text', field, phrase, isPrefix, isExcluded, isPlain }
}

/**
 * Whether a phrase ends in a word of at least two characters. A single letter would be the prefix of too many words.
 */
function endsInLongWord(phrase: string): boolean {
  const word = phrase.slice(phrase.lastIndexOf(' ') + 1)
  return !isDense(word.charCodeAt(0)) && Array.from(word).length >= 2
}

/** Cuts a phrase after the last word that fits, or within its only word, which then becomes a prefix. */
function shorten(clause: TextClause): TextClause {
  const isHalf = isLowSurrogate(clause.phrase.charCodeAt(longestPhrase))
  const start = clause.phrase.slice(0, isHalf ? longestPhrase - 1 : longestPhrase)
  const end = start.lastIndexOf(' ')
  if (isDense(clause.phrase.charCodeAt(end + 1)))
    return { ...clause, phrase: start.trimEnd(), isPrefix: false }
  if (end > 0) return { ...clause, phrase: start.slice(0, end), isPrefix: false }
  return { ...clause, phrase: start, isPrefix: true }
}

function explain(chunk: QueryChunk): QueryNote {
  if (chunk.field !== 'any' && chunk.text.trim() === '')
    return { code: 'value-missing', field: chunk.field }
  return { code: 'signs-ignored' }
}

function dropRepeated<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
}
