import { isDense, isHighSurrogate } from '../fold/character-class.ts'
import { cutWord, longestPiece } from './word-pieces.ts'

const space = 0x20

/**
 * Terms of a folded text with their positions (UTF-16 offsets), in order. A character of a script without spaces gives one
 * term: with its successor when that is one too, else alone. A word gives itself, a very long one its pieces.
 */
export function listTerms(folded: string, visit: (term: string, position: number) => void): void {
  let at = 0
  while (at < folded.length) {
    const unit = folded.charCodeAt(at)
    if (unit === space) {
      at++
    } else if (isDense(unit)) {
      const next = at + characterLength(unit)
      const end = isDenseAt(folded, next) ? next + characterLength(folded.charCodeAt(next)) : next
      visit(folded.slice(at, end), at)
      at = next
    } else {
      at = visitWord(folded, at, visit)
    }
  }
}

/** Gives the terms of the word that starts at an offset; returns its end. */
function visitWord(
  folded: string,
  start: number,
  visit: (term: string, position: number) => void,
): number {
  // A word always ends with a space: folding parts it from scripts without spaces.
  const found = folded.indexOf(' ', start)
  const end = found === -1 ? folded.length : found
  if (end - start <= longestPiece) visit(folded.slice(start, end), start)
  else
    for (const piece of cutWord(folded.slice(start, end))) visit(piece.term, start + piece.offset)
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
