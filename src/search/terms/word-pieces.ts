import { isLowSurrogate } from '../fold/character-class.ts'

/** Most UTF-16 units of a word that one term holds. */
export const longestPiece = 32

/** Stands at the end of a term whose word goes on, and at the beginning of one that goes on with a word. */
export const joinMark = '\u0000'

/** A part of a long word as a term, and where the part starts in the word. */
export interface WordPiece {
  term: string
  offset: number
}

/**
 * Cuts a folded word in pieces of at most 32 units, marked where they join, so that a piece is never taken for a word of its
 * own. Where the cuts are depends on the beginning of the word alone: a prefix is cut as the whole word is.
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
