import { isDense, isHighSurrogate, isLowSurrogate } from '../fold/character-class.ts'
import { cutWord, longestPiece } from './word-pieces.ts'

const space = 0x20

/**
 * Suffix of the extra term for a dense character that follows a word. Higher than any unit a folded text can contain.
 */
export const startMark = '\ufffe'

/** Receives the terms of a text in the order of their positions. */
export interface TermVisitor {
  /** A term that is a range of the text: `start` up to but not including `end`. */
  visitPart(start: number, end: number): void
  /** A dense character that follows a word. Called before the character's own term is visited. */
  visitStart(start: number, end: number): void
  /** A piece of a long word, marked where other pieces join it. */
  visitPiece(term: string, position: number): void
}

/** Calls `visit` with every term of a folded text and its position (UTF-16 offset), in order. See `visitTerms`. */
export function listTerms(folded: string, visit: (term: string, position: number) => void): void {
  visitTerms(folded, {
    visitPart: (start, end) => visit(folded.slice(start, end), start),
    visitStart: (start, end) => visit(`${folded.slice(start, end)}${startMark}`, start),
    visitPiece: visit,
  })
}

/**
 * Visits the terms of a folded text. Each dense character yields a bigram with the next dense character, including the
 * space between them if there is one; without a next one it is a term alone. One that follows a word yields an extra
 * term with `startMark`. A word is one term; a very long word is split into pieces.
 */
export function visitTerms(folded: string, visitor: TermVisitor): void {
  let at = 0
  while (at < folded.length) {
    const unit = folded.charCodeAt(at)
    if (unit === space) {
      at++
    } else if (isDense(unit)) {
      const end = at + characterLength(unit)
      if (isBehindWord(folded, at)) visitor.visitStart(at, end)
      const next = findNext(folded, end)
      const isPair = isDenseAt(folded, next)
      visitor.visitPart(at, isPair ? next + characterLength(folded.charCodeAt(next)) : end)
      at = next
    } else {
      at = visitWord(folded, at, visitor)
    }
  }
}

/** Visits the terms of the word that starts at an offset. Returns the end of the word. */
function visitWord(folded: string, start: number, visitor: TermVisitor): number {
  // A word always ends at a space: folding separates it from dense scripts.
  const found = folded.indexOf(' ', start)
  const end = found === -1 ? folded.length : found
  if (end - start <= longestPiece) visitor.visitPart(start, end)
  else
    for (const piece of cutWord(folded.slice(start, end)))
      visitor.visitPiece(piece.term, start + piece.offset)
  return end
}

/** Where the character after one that ends at `end` starts. At most one space is between them. */
export function findNext(folded: string, end: number): number {
  return folded.charCodeAt(end) === space ? end + 1 : end
}

/** Whether the character at an offset follows a word. There is always a space after a word. */
function isBehindWord(folded: string, at: number): boolean {
  return at > 1 && folded.charCodeAt(at - 1) === space && !isDenseEnd(folded, at - 2)
}

/** Whether the unit at an offset is the last one of a dense character. */
function isDenseEnd(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at)
  return isDense(isLowSurrogate(unit) ? folded.charCodeAt(at - 1) : unit)
}

/** Whether a dense character starts at an offset of a folded text. */
export function isDenseAt(folded: string, at: number): boolean {
  return at < folded.length && isDense(folded.charCodeAt(at))
}

/** Length, in UTF-16 units, of the character that starts with a unit. */
export function characterLength(unit: number): number {
  return isHighSurrogate(unit) ? 2 : 1
}
