import { isLowSurrogate } from '../fold/character-class.ts'

/** Maximum number of UTF-16 units of a word in one term. */
export const longestPiece = 32

/**
 * Marks the end of a term whose word continues in the next piece, and the beginning of a term that continues a word.
 */
export const joinMark = '\u0000'

/** A piece of a long word as a term, and its offset in the word. */
export interface WordPiece {
  term: string
  offset: number
}

/**
 * Cuts a folded word into pieces of at most 32 units, marked where they join so that no piece is mistaken for a whole
 * word. The cuts depend only on the beginning of the word, so a prefix is cut where the whole word is.
 */
export function cutWord(word: string): WordPiece[] {
  const pieces: WordPiece[] = []
  let start = 0
  while (start < word.length) {
    let end = Math.min(start + longestPiece, word.length)
    if (end < word.length && isLowSurrogate(word.charCodeAt(end))) end--
    const before = start > 0 ? joinMark : ''
    const after = end < word.length ? joinMark : ''
    pieces.push({ term: `${before}${word.slice(start, end)}${after}`, offset: start })
    start = end
  }
  return pieces
}
