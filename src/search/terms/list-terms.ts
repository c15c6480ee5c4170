import { isDense, isHighSurrogate } from '../fold/character-class.ts'
import { isEmojiUnit } from '../fold/emoji.ts'
import { isMark, isWordSign } from '../fold/marks.ts'
import { listWordForms } from './word-forms.ts'
import { cutWord, longestPiece } from './word-pieces.ts'

const space = 0x20

/**
 * Suffix of the extra term for a dense character that follows a word. Higher than any unit a folded text can contain.
 */
export const startMark = '\ufffe'

/** Where a term stands in a marked folding. */
export interface TermPlace {
  /**
   * How many letters of the text come before it, in UTF-16 units. Signs, emoji and spaces are none, but for the space
   * between two dense characters, so that offsets prove it where bigrams do not overlap.
   */
  position: number
  /** What it comes from, in units of the folding. */
  start: number
  end: number
  /** Whether it stands there letter by letter. */
  isSpelledOut: boolean
}

/** Receives the terms of a text; those that are equal in the order of their positions. */
export interface TermVisitor {
  /** A term that is a range of the folding: `start` up to but not including `end`. */
  visitPart(start: number, end: number, position: number): void
  /** Any other term. */
  visitTerm(term: string, place: TermPlace): void
}

/** Calls `visit` with every term of a marked folding and its position. See `visitTerms`. */
export function listTerms(folded: string, visit: (term: string, position: number) => void): void {
  visitTerms(folded, {
    visitPart: (start, end, position) => visit(folded.slice(start, end), position),
    visitTerm: (term, { position }) => visit(term, position),
  })
}

/**
 * Visits the terms of a marked folding. Each dense character yields a bigram with the next dense character, including
 * the space between them if there is one; without a next one it is a term alone. One that follows a word yields an
 * extra term with `startMark`. A word is one term; a very long word is split into pieces, and whatever else it may be
 * read as is a term too. An emoji is a term at the position of what follows it, and behind what comes before it.
 */
export function visitTerms(folded: string, visitor: TermVisitor): void {
  new TermReader(folded, visitor).read()
}

class TermReader {
  readonly #folded: string
  readonly #visitor: TermVisitor
  #at = 0
  #position = 0
  #isBehindWord = false
  /** Where the dense character before ends; absent behind a word. */
  #denseEnd: number | undefined
  /** Emoji since the last letter, and where they stand. */
  #emoji = new Map<string, { start: number; end: number }>()

  constructor(folded: string, visitor: TermVisitor) {
    this.#folded = folded
    this.#visitor = visitor
  }

  read(): void {
    const folded = this.#folded
    while (this.#at < folded.length) {
      const unit = folded.charCodeAt(this.#at)
      if (unit === space) this.#at++
      else if (isDense(unit)) this.#readDense(unit)
      else if (isEmojiUnit(unit)) this.#readEmoji()
      else this.#readWord()
    }
  }

  #readDense(unit: number): void {
    const folded = this.#folded
    let start = this.#at
    if (this.#denseEnd !== undefined && this.#denseEnd < start) this.#countSpace()
    let end = start + characterLength(unit)
    if (this.#isBehindWord) {
      const term = `${folded.slice(start, end)}${startMark}`
      this.#visitor.visitTerm(term, { position: this.#position, start, end, isSpelledOut: true })
    }
    // Most characters of most texts stand right beside another.
    while (isDenseAt(folded, end)) {
      const pairEnd = end + characterLength(folded.charCodeAt(end))
      this.#visitor.visitPart(start, pairEnd, this.#position)
      this.#position += end - start
      start = end
      end = pairEnd
      if (this.#emoji.size > 0) this.#emoji = new Map()
    }
    this.#readDenseEnd(start, end)
    this.#goOn(end, end - start, false)
  }

  /** The last character of a run of dense ones, with the one that stands behind spaces or emoji. */
  #readDenseEnd(start: number, end: number): void {
    const folded = this.#folded
    const position = this.#position
    const next = findNext(folded, end)
    const isPair = isDenseAt(folded, next)
    const pairEnd = isPair ? next + characterLength(folded.charCodeAt(next)) : end
    if (!isPair || next <= end + 1) this.#visitor.visitPart(start, pairEnd, position)
    else {
      const term = `${folded.slice(start, end)} ${folded.slice(next, pairEnd)}`
      this.#visitor.visitTerm(term, { position, start, end: pairEnd, isSpelledOut: true })
    }
  }

  #countSpace(): void {
    this.#position++
    for (const [term, place] of this.#emoji) {
      this.#visitor.visitTerm(term, { ...place, position: this.#position, isSpelledOut: true })
    }
  }

  #readEmoji(): void {
    const start = this.#at
    const end = findTokenEnd(this.#folded, start)
    const term = this.#folded.slice(start, end)
    this.#at = end
    // Those at one position have no order, and none counts twice.
    if (this.#emoji.has(term) || term.length > longestPiece) return
    this.#emoji.set(term, { start, end })
    this.#visitor.visitTerm(term, { position: this.#position, start, end, isSpelledOut: true })
  }

  #readWord(): void {
    const folded = this.#folded
    const start = this.#at
    let end = start
    let isSimple = true
    for (; end < folded.length; end++) {
      const unit = folded.charCodeAt(end)
      if (unit === space) break
      if (unit < 0x30 && (isMark(unit) || isWordSign(unit))) isSimple = false
    }
    const letters = isSimple ? end - start : this.#readCluster(start, end)
    if (isSimple) {
      if (letters <= longestPiece) this.#visitor.visitPart(start, end, this.#position)
      else this.#cut(folded.slice(start, end), start, this.#position)
    }
    this.#goOn(end, letters, true)
  }

  /** Returns the letters of the cluster. */
  #readCluster(start: number, end: number): number {
    const cluster = this.#folded.slice(start, end)
    const before = this.#position
    for (const { term, offset, start: from, isWord, isExpanded, isSigned } of listWordForms(
      cluster,
    )) {
      const position = before + offset
      if (term.length <= longestPiece) {
        const isSpelledOut = (isWord || isSigned) && !isExpanded
        const place = { position, start: start + from, end: start + from + term.length }
        this.#visitor.visitTerm(term, { ...place, isSpelledOut })
      } else if (isWord) this.#cut(term, start + from, position)
    }
    return countLetters(cluster)
  }

  #cut(word: string, start: number, position: number): void {
    for (const { term, offset } of cutWord(word)) {
      const from = start + offset
      const place = { start: from, end: from + Math.min(term.length, longestPiece) }
      this.#visitor.visitTerm(term, { ...place, position: position + offset, isSpelledOut: true })
    }
  }

  #goOn(end: number, letters: number, isWord: boolean): void {
    this.#at = end
    this.#position += letters
    this.#isBehindWord = isWord
    this.#denseEnd = isWord ? undefined : end
    if (this.#emoji.size > 0) this.#emoji = new Map()
  }
}

/** How many letters a cluster or a word has, in UTF-16 units: what is neither a mark nor a sign of a word. */
export function countLetters(cluster: string): number {
  let count = 0
  for (let at = 0; at < cluster.length; at++) {
    const unit = cluster.charCodeAt(at)
    if (!isMark(unit) && !isWordSign(unit)) count++
  }
  return count
}

/** Where what stands up to the next space ends. */
export function findTokenEnd(folded: string, start: number): number {
  const end = folded.indexOf(' ', start)
  return end === -1 ? folded.length : end
}

/** Where the character after one that ends at `end` starts. Emoji between them count as a space. */
export function findNext(folded: string, end: number): number {
  let next = end
  while (next < folded.length) {
    const unit = folded.charCodeAt(next)
    if (unit === space) next++
    else if (isEmojiUnit(unit)) next = findTokenEnd(folded, next)
    else break
  }
  return next
}

/** Whether a dense character starts at an offset of a folded text. */
export function isDenseAt(folded: string, at: number): boolean {
  return at < folded.length && isDense(folded.charCodeAt(at))
}

/** Length, in UTF-16 units, of the character that starts with a unit. */
export function characterLength(unit: number): number {
  return isHighSurrogate(unit) ? 2 : 1
}
