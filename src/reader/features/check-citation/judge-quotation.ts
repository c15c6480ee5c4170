import { isWordEdge } from '#core/passage/word-edges.ts'
import { compareWords, type Piece } from '#reader/ui/difference/compare-words.ts'
import { findKept } from '#reader/ui/source-file/find-kept.ts'

/**
 * How a quotation stands in a text: word for word; but for case, signs, accents or Chinese variants; letter by letter, but
 * beginning or ending within a word (`removed` is the rest of it); or in other words, with what differs (`removed` is in the
 * text alone, `added` in the quotation alone).
 */
export type Judgement =
  | { kind: 'same' }
  | { kind: 'alike' }
  | { kind: 'cut'; pieces: Piece[] }
  | { kind: 'other'; pieces: Piece[] }
  | { kind: 'none' }

const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+/gu

/** Share of the quotation's words that must stand near each other in a text that it is taken from. */
const leastKept = 0.5

/** Compares a quotation with the text of an article. */
export async function judgeQuotation(quotation: string, text: string): Promise<Judgement> {
  const quoted = toPlain(quotation)
  const whole = toPlain(text)
  const at = findWritten(whole, quoted)
  if (at?.isWhole === true) return { kind: 'same' }
  // Loaded as elsewhere: a second way to it would put the bundler's own code into a file of the first load.
  const { foldText } = await import('#search/fold/fold-text.ts')
  const [folded, wanted] = [toDense(foldText(whole)), toDense(foldText(quoted))]
  if (hasFolded(folded, wanted)) return { kind: 'alike' }
  if (at !== undefined) return { kind: 'cut', pieces: widen(whole, at.start, quoted) }
  const passage = findPassage(quoted, whole)
  if (passage === undefined) return { kind: 'none' }
  const pieces = compareWords(passage, quoted) ?? [
    { kind: 'removed' as const, text: passage },
    { kind: 'added' as const, text: quoted },
  ]
  return { kind: 'other', pieces }
}

/** Of a sign that fills a long text within its words, so many places are looked at. */
const mostPlaces = 5_000
/** Between these no engine sees the end of a word; asking it costs a hundred times as much. */
const plainLetters = /^[A-Za-z]{2}$/

/** Where a text has a quotation in whole words, or else the first place where it has it at all. */
function findWritten(
  text: string,
  quoted: string,
): { start: number; isWhole: boolean } | undefined {
  if (quoted === '') return undefined
  const first = text.indexOf(quoted)
  let asked = 0
  for (let at = first; at >= 0 && asked < mostPlaces; at = text.indexOf(quoted, at + 1)) {
    const ends = [at, at + quoted.length]
    if (ends.some((end) => plainLetters.test(text.slice(end - 1, end + 1)))) continue
    asked++
    if (ends.every((end) => isWordEdge(text, end))) return { start: at, isWhole: true }
  }
  return first < 0 ? undefined : { start: first, isWhole: false }
}

/** What is longer is no word that anybody wants to see whole. */
const mostWord = 64

/** A quotation as a text has it, with the rest of the words that it cuts. */
function widen(text: string, at: number, quoted: string): Piece[] {
  let start = at
  while (at - start < mostWord && !isWordEdge(text, start)) start--
  const stop = at + quoted.length
  let end = stop
  while (end - stop < mostWord && !isWordEdge(text, end)) end++
  const pieces: Piece[] = [
    { kind: 'removed', text: text.slice(start, at) },
    { kind: 'same', text: quoted },
    { kind: 'removed', text: text.slice(stop, end) },
  ]
  return pieces.filter((piece) => piece.text !== '')
}

/** Phrases of a quotation that a text of other words may still have, spread over it. */
export function listPhrases(quotation: string): string[] {
  const words = Array.from(quotation.matchAll(wordPattern))
  const length = words.some(([word]) => word.length > 1) ? 5 : 7
  if (words.length <= length) return []
  const last = words.length - length
  const starts = Array.from({ length: mostPhrases }, (_, turn) =>
    Math.round((last * turn) / (mostPhrases - 1)),
  )
  return [...new Set(starts)].map((start) => {
    const [first, end] = [words[start], words[start + length - 1]]
    return quotation.slice(first?.index, (end?.index ?? 0) + (end?.[0].length ?? 0))
  })
}

const mostPhrases = 6

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** A folded text, without spaces beside characters that need none: signs between them do not count. */
function toDense(folded: string): string {
  return folded
    .replace(/([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]) /gu, '$1')
    .replace(/ ([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu, '$1')
}

/** Whether a folded text holds another one that neither begins nor ends within a word. */
function hasFolded(text: string, wanted: string): boolean {
  if (wanted === '') return false
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
    if (isEdge(text, at) && isEdge(text, end)) return true
  }
  return false
}

function isEdge(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)]
  return [before, after].some((sign) => sign === '' || sign === ' ' || dense.test(sign))
}

/** A text in one line, with one form of quotation mark and apostrophe. */
function toPlain(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[‘’ʼ]/gu, "'").replace(/[“”„]/gu, '"').trim()
}

/** The part of a text in which most words of a quotation stand in their order; `undefined` where too few do. */
function findPassage(quoted: string, text: string): string | undefined {
  const own = Array.from(text.matchAll(wordPattern))
  const wanted = Array.from(quoted.matchAll(wordPattern), ([word]) => word.toLowerCase())
  if (wanted.length === 0) return undefined
  const { kept } = findKept(
    own.map(([word]) => word.toLowerCase()),
    wanted,
  )
  const length = Math.ceil(wanted.length * 1.4) + 2
  const at = findDensest(kept, length)
  if (at.count < wanted.length * leastKept) return undefined
  let [start, end] = [at.start, Math.min(at.start + length, kept.length) - 1]
  while (start < end && kept[start] === 0) start++
  while (end > start && kept[end] === 0) end--
  const [first, last] = [own[start], own[end]]
  // With as many signs around it as the quotation has.
  const stop = (last?.index ?? 0) + (last?.[0].length ?? 0)
  const before = text.slice(0, first?.index)
  const left = Math.min(countSigns(quoted), countSigns(toReversed(before)))
  const right = Math.min(countSigns(toReversed(quoted)), countSigns(text.slice(stop)))
  return text.slice((first?.index ?? 0) - left, stop + right)
}

/** Code units before the first letter or number of a text; 0 when it has none. */
function countSigns(text: string): number {
  return Math.max(0, text.search(/[\p{L}\p{N}]/u))
}

function toReversed(text: string): string {
  return Array.from(text).reverse().join('')
}

/** Where so many words hold the most that are kept. */
function findDensest(kept: Uint8Array, length: number): { start: number; count: number } {
  let count = 0
  let best = { start: 0, count: 0 }
  for (let end = 0; end < kept.length; end++) {
    count += (kept[end] ?? 0) - (end >= length ? (kept[end - length] ?? 0) : 0)
    if (count > best.count) best = { start: Math.max(0, end - length + 1), count }
  }
  return best
}
