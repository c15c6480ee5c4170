import { isDense, isHighSurrogate, isLowSurrogate } from '../fold/character-class.ts'
import { cutWord, longestPiece } from './word-pieces.ts'

const space = 0x20

/**
 * Stands behind a character in the term that tells where a script without spaces begins behind a word. Higher than any unit of
 * a text, where it cannot occur.
 */
export const startMark = '\ufffe'

/** Takes the terms of a text, which come in the order of their positions. */
export interface TermVisitor {
  /** A term that is a part of the text: from `start` up to, without, `end`. */
  visitPart(start: number, end: number): void
  /** A character that stands behind a word; comes before the character's own term. */
  visitStart(start: number, end: number): void
  /** A piece of a long word, marked where it joins others. */
  visitPiece(term: string, position: number): void
}

/** Terms of a folded text with their positions (UTF-16 offsets), in order: see `visitTerms`. */
export function listTerms(folded: string, visit: (term: string, position: number) => void): void {
  visitTerms(folded, {
    visitPart: (start, end) => visit(folded.slice(start, end), start),
    visitStart: (start, end) => visit(`${folded.slice(start, end)}${startMark}`, start),
    visitPiece: visit,
  })
}

/**
 * Visits the terms of a folded text. A character of a script without spaces gives one term: with the next one when that is of its
 * kind, the space between them included if there is one, else alone; one behind a word gives one more, marked. A word gives
 * itself, a very long one its pieces.
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

/** Gives the terms of the word that starts at an offset; returns its end. */
function visitWord(folded: string, start: number, visitor: TermVisitor): number {
  // A word always ends with a space: folding parts it from scripts without spaces.
  const found = folded.indexOf(' ', start)
  const end = found === -1 ? folded.length : found
  if (end - start <= longestPiece) visitor.visitPart(start, end)
  else
    for (const piece of cutWord(folded.slice(start, end)))
      visitor.visitPiece(piece.term, start + piece.offset)
  return end
}

/** Where what comes after a character starts: there is at most one space between. */
export function findNext(folded: string, end: number): number {
  return folded.charCodeAt(end) === space ? end + 1 : end
}

/** A word ends with a space before anything else begins. */
function isBehindWord(folded: string, at: number): boolean {
  return at > 1 && folded.charCodeAt(at - 1) === space && !isDenseEnd(folded, at - 2)
}

/** Whether the unit at an offset is the last one of a character of a script without spaces. */
function isDenseEnd(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at)
  return isDense(isLowSurrogate(unit) ? folded.charCodeAt(at - 1) : unit)
}

/** Whether a character of a script without spaces stands at an offset of a folded text. */
export function isDenseAt(folded: string, at: number): boolean {
  return at < folded.length && isDense(folded.charCodeAt(at))
}

/** UTF-16 units of the character that starts with a unit. */
export function characterLength(unit: number): number {
  return isHighSurrogate(unit) ? 2 : 1
}
