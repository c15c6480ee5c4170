import { isDense, isLowSurrogate } from '../fold/character-class.ts'
import { isEmojiUnit } from '../fold/emoji.ts'
import { isWordSign, spellVowels } from '../fold/marks.ts'
import { countLetters, findTokenEnd } from '../terms/list-terms.ts'
import { findFormEnd } from '../terms/word-forms.ts'
import type { TextClause } from './search-query.ts'
import type { TextWords } from './text-words.ts'

/** Nobody needs more, and a hostile text with millions of matches must not exhaust the memory. */
const mostPlaces = 10_000

/** A range of a marked folding, in UTF-16 units. */
interface FoldedRange {
  start: number
  end: number
}

/** A word, an emoji, or dense characters without a space between them. */
interface PhrasePart {
  kind: 'word' | 'emoji' | 'dense'
  text: string
  /** Letters of the phrase before it. */
  offset: number
  /** Of dense characters: whether others come before them, so that a space must stand between. */
  isApart: boolean
  /** Of one dense character that ends the letters of the phrase: whether a word comes before it. */
  isBehindWord: boolean
  /** Whether the text may be the beginning of a longer word. */
  isPrefix: boolean
}

/**
 * Finds the places where a phrase matches in a text, at most 10,000: those that the terms of the phrase and of the text
 * would give.
 */
export function findPhrase(
  words: TextWords,
  { phrase, isPrefix }: Pick<TextClause, 'phrase' | 'isPrefix'>,
): FoldedRange[] {
  const parts = readPhrase(phrase, isPrefix)
  // Letters first: they tell where a phrase is, and most texts have none of its words.
  const [first, ...others] = [
    ...parts.filter(({ kind }) => kind !== 'emoji'),
    ...parts.filter(({ kind }) => kind === 'emoji'),
  ]
  const found: FoldedRange[] = []
  if (first === undefined) return found
  for (const position of listCandidates(words, first)) {
    const ranges = matchParts(words, [first, ...others], position)
    if (ranges === undefined) continue
    found.push({
      start: Math.min(...ranges.map(({ start }) => start)),
      end: Math.max(...ranges.map(({ end }) => end)),
    })
    if (found.length === mostPlaces) break
  }
  return found
}

const nothing = { isApart: false, isBehindWord: false, isPrefix: false }

function readPhrase(phrase: string, isPrefix: boolean): PhrasePart[] {
  const parts: PhrasePart[] = []
  let offset = 0
  const tokens = phrase.split(' ')
  let wasDense = false
  for (const [at, token] of tokens.entries()) {
    const unit = token.charCodeAt(0)
    if (isEmojiUnit(unit)) {
      parts.push({ ...nothing, kind: 'emoji', text: token, offset })
      continue
    }
    const isRun = isDense(unit)
    const text = isRun ? token : spellVowels(token)
    const isBegun = isPrefix && at === tokens.length - 1
    parts.push({
      ...nothing,
      kind: isRun ? 'dense' : 'word',
      text,
      offset,
      isApart: isRun && wasDense,
      isPrefix: isBegun,
    })
    offset += isRun ? token.length : countLetters(token)
    wasDense = isRun
  }
  markLast(parts)
  return parts
}

/** One character at the end has a term of its own behind a word, which tells the word apart from a longer reading. */
function markLast(parts: readonly PhrasePart[]): void {
  const [before, last] = parts.filter(({ kind }) => kind !== 'emoji').slice(-2)
  if (before?.kind !== 'word' || last?.kind !== 'dense') return
  last.isBehindWord = Array.from(last.text).length === 1
}

/** Positions, ascending, where the first part may stand. */
function* listCandidates(words: TextWords, { kind, text }: PhrasePart): Generator<number> {
  const { folded } = words
  if (kind === 'word') {
    const letter = text.charCodeAt(
      Array.from(text).findIndex((sign) => !isWordSign(sign.charCodeAt(0))),
    )
    for (const unit of words.listWordStarts())
      if (folded.charCodeAt(unit) === letter) yield words.toPosition(unit)
    return
  }
  let last = -1
  for (let at = folded.indexOf(text); at !== -1; at = folded.indexOf(text, at + 1)) {
    const position = words.toPosition(at)
    // Emoji without letters between them are at one position.
    if (position !== last || kind === 'dense') yield position
    last = position
  }
}

function matchParts(
  words: TextWords,
  parts: readonly PhrasePart[],
  position: number,
): FoldedRange[] | undefined {
  const ranges: FoldedRange[] = []
  for (const part of parts) {
    const range = matchPart(words, part, position + part.offset)
    if (range === undefined) return undefined
    ranges.push(range)
  }
  return ranges
}

function matchPart(
  words: TextWords,
  { kind, text, isApart, isBehindWord, isPrefix }: PhrasePart,
  position: number,
): FoldedRange | undefined {
  if (kind === 'emoji') return words.findEmoji(position, text)
  const { folded } = words
  const unit = words.toUnit(position)
  if (kind === 'dense') {
    if (isLowSurrogate(folded.charCodeAt(unit)) || !folded.startsWith(text, unit)) return undefined
    if (isBehindWord && words.isDenseBefore(position)) return undefined
    const isBehindSpace = unit - words.toUnit(position - 1) > 1
    return isApart && !isBehindSpace ? undefined : { start: unit, end: unit + text.length }
  }
  const form = words
    .listForms(unit)
    .find(({ term }) => (isPrefix ? term.startsWith(text) : term === text))
  if (form === undefined) return undefined
  const start = form.clusterStart
  const cluster = folded.slice(start, findTokenEnd(folded, start))
  return { start: start + form.start, end: start + findFormEnd(cluster, form, text.length) }
}
