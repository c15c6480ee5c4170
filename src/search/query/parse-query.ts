import { foldWithSpelling } from '../fold/fold-text.ts'
import { isDense, isLowSurrogate } from '../fold/character-class.ts'
import { isEmojiUnit } from '../fold/emoji.ts'
import { isDateField, type QueryChunk, type QueryGroup, type QueryPart } from './query-chunk.ts'
import { toPhrases } from './phrases.ts'
import { parseQueryDate } from './query-date.ts'
import { longestQuery, splitQuery } from './split-query.ts'
import type { Clause, QueryNote, SearchQuery, TextClause } from './search-query.ts'

/** Maximum number of conditions in a query, those in groups included. */
export const mostClauses = 32
/** Maximum length of a folded phrase, in UTF-16 units. */
export const longestPhrase = 200

/** A query may hold hundreds of things that are no dates. The first ones say enough. */
const mostUnknownDates = 3
const longestUnknownDate = 40

/** Parses what the reader typed. Never fails: parts it cannot use are left out and reported in a note. */
export function parseQuery(input: string): SearchQuery {
  const { parts, problems } = splitQuery(input.slice(0, longestQuery))
  const reader = new ClauseReader(problems)
  const clauses = reader.readAll(parts)
  if (reader.isTooLong || input.length > longestQuery) reader.notes.push({ code: 'too-long' })
  if (reader.isTooMany) reader.notes.push({ code: 'too-many-clauses' })
  if (clauses.length === 0 && input.trim() !== '') reader.notes.push({ code: 'nothing-searchable' })
  return { clauses, notes: limitNotes(dropRepeated(reader.notes)) }
}

function limitNotes(notes: readonly QueryNote[]): QueryNote[] {
  let unknownDates = 0
  return notes.filter(({ code }) => code !== 'date-unknown' || ++unknownDates <= mostUnknownDates)
}

class ClauseReader {
  readonly notes: QueryNote[]
  isTooLong = false
  isTooMany = false
  #count = 0

  constructor(notes: readonly QueryNote[]) {
    this.notes = [...notes]
  }

  readAll(parts: readonly QueryPart[]): Clause[] {
    const clauses = new Map<string, Clause>()
    for (const part of parts) {
      const clause = part.kind === 'group' ? this.#readGroup(part) : this.#readChunk(part)
      if (clause === undefined) continue
      const key = JSON.stringify(clause)
      if (clauses.has(key)) this.#count -= countLeaves(clause)
      clauses.set(key, clause)
    }
    return [...clauses.values()]
  }

  #readGroup({ isExcluded, alternatives }: QueryGroup): Clause | undefined {
    const read = dropRepeated(alternatives.map((parts) => this.readAll(parts))).filter(
      (clauses) => clauses.length > 0,
    )
    const [first] = read
    const [only] = first ?? []
    if (first === undefined || only === undefined) return undefined
    // What was left out may leave a group of one.
    if (read.length === 1 && first.length === 1)
      return { ...only, isExcluded: only.isExcluded !== isExcluded }
    return { kind: 'any', alternatives: read, isExcluded }
  }

  #readChunk(chunk: QueryChunk): Clause | undefined {
    const clause = toClause(chunk)
    if (clause === undefined) {
      this.notes.push(explain(chunk))
      return undefined
    }
    if (this.#count === mostClauses) {
      this.isTooMany = true
      return undefined
    }
    this.#count++
    return this.#shorten(clause)
  }

  #shorten(clause: Clause): Clause {
    if (clause.kind === 'any') {
      const alternatives = clause.alternatives.map((own) => own.map((each) => this.#shorten(each)))
      return { ...clause, alternatives }
    }
    if (clause.kind !== 'text' || clause.phrase.length <= longestPhrase) return clause
    this.isTooLong = true
    return shorten(clause)
  }
}

function toClause(chunk: QueryChunk): Clause | undefined {
  const { field, isExcluded } = chunk
  if (isDateField(field)) {
    const days = parseQueryDate(field, chunk.text)
    return days && { kind: 'date', days, isExcluded }
  }
  if (field !== 'any' && field !== 'title') {
    const value = chunk.text.trim()
    const facet = field === 'lang' ? 'language' : field
    return value === '' ? undefined : { kind: 'facet', facet, value, isExcluded }
  }
  return toTextClause(chunk, field)
}

function toTextClause(chunk: QueryChunk, field: TextClause['field']): Clause | undefined {
  const { isExcluded, isQuoted, isLast } = chunk
  const { folded, plain } = foldWithSpelling(chunk.text)
  const isPlain = plain.every((flag) => flag === 1)
  const [first, ...others] = toPhrases(folded)
  if (first === undefined) return undefined
  // Told by the words as they stand: `e-m` is not yet the beginning of all that begins with `em`.
  const mayBePrefix = isLast && !isQuoted && !isExcluded && endsInLongWord(first)
  const toLeaf = (phrase: string, isEnd: boolean): TextClause => {
    const isPrefix = isEnd && mayBePrefix
    return { kind: 'text', field, phrase, isPrefix, isExcluded: false, isPlain }
  }
  if (others.length === 0) return { ...toLeaf(first, true), isExcluded }
  // Only the groups of a number stand unquoted beside spaces. They may as well be meant one by one.
  const isNumber = !isQuoted && /\s/u.test(chunk.text)
  const words = isNumber ? first.split(' ') : [first]
  const alternatives = [
    words.map((word, at) => toLeaf(word, at === words.length - 1)),
    ...others.map((phrase) => [toLeaf(phrase, true)]),
  ]
  return { kind: 'any', alternatives, isExcluded, isOneCondition: true }
}

/**
 * Whether a phrase ends in a word of at least two characters. A single letter would be the prefix of too many words.
 */
function endsInLongWord(phrase: string): boolean {
  const word = phrase.slice(phrase.lastIndexOf(' ') + 1)
  const unit = word.charCodeAt(0)
  return !isDense(unit) && !isEmojiUnit(unit) && Array.from(word).length >= 2
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

function explain({ field, text }: QueryChunk): QueryNote {
  if (field === 'any') return { code: 'signs-ignored' }
  if (text.trim() === '') return { code: 'value-missing', field }
  if (!isDateField(field)) return { code: 'signs-ignored' }
  return { code: 'date-unknown', field, text: cut(text.trim(), longestUnknownDate) }
}

function cut(text: string, most: number): string {
  const characters = Array.from(text)
  return characters.length <= most ? text : `${characters.slice(0, most).join('')}…`
}

function countLeaves(clause: Clause): number {
  if (clause.kind !== 'any' || clause.isOneCondition === true) return 1
  return clause.alternatives.flat().reduce((sum, own) => sum + countLeaves(own), 0)
}

function dropRepeated<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]
}
