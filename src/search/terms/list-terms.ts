import { isDense, isHighSurrogate } from '../fold/character-class.ts'
import { cutWord, longestPiece } from './word-pieces.ts'

const space = 0x20

/**
 * Stands behind a character in the term that tells where a run of a script without spaces begins behind something else. Higher than any unit of
 * a text, where it cannot occur.
 */
export const startMark = '\ufffe'

/** Takes the terms of a text, which come in the order of their positions. */
export interface TermVisitor {
  /** A term that is a part of the text: from `start` up to, without, `end`. */
  visitPart(start: number, end: number): void
  /** The first character of a run that stands behind a word or another run; comes before the character's own term. */
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
 * Visits the terms of a folded text. A character of a script without spaces gives one term: with its successor when that is
 * one too, else alone; the first of a run behind something else gives one more, marked. A word gives itself, a very long one its pieces.
 */
export function visitTerms(folded: string, visitor: TermVisitor): void {
  let at = 0
  while (at < folded.length) {
    const unit = folded.charCodeAt(at)
    if (unit === space) {
      at++
    } else if (isDense(unit)) {
      const next = at + characterLength(unit)
      if (at > 0 && folded.charCodeAt(at - 1) === space) visitor.visitStart(at, next)
      const end = isDenseAt(folded, next) ? next + characterLength(folded.charCodeAt(next)) : next
      visitor.visitPart(at, end)
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

/** Whether a character of a script without spaces stands at an offset of a folded text. */
export function isDenseAt(folded: string, at: number): boolean {
  return at < folded.length && isDense(folded.charCodeAt(at))
}

/** UTF-16 units of the character that starts with a unit. */
export function characterLength(unit: number): number {
  return isHighSurrogate(unit) ? 2 : 1
}
