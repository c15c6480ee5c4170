import { isDense } from '../fold/character-class.ts'
import { isEmojiUnit } from '../fold/emoji.ts'
import { characterLength, startMark } from '../terms/list-terms.ts'
import { longestPiece } from '../terms/word-pieces.ts'
import { isDenseEnd, lowestLetter } from './scanned-post.ts'

/**
 * What is looked for, as `listTerms` tells the terms of a text: a word, a beginning of words, a pair of dense characters,
 * a dense character alone, one behind a word, or all terms that begin with one.
 */
type TermKind = 'word' | 'beginning' | 'pair' | 'lone' | 'behindWord' | 'character'

/** What finds a term; nothing for emoji and for terms with signs, which stand nowhere by themselves. */
export function toTextTerm(term: string, isPrefix: boolean): TextTerm | undefined {
  const unit = term.charCodeAt(0)
  if (isEmojiUnit(unit)) return undefined
  if (isDense(unit)) {
    const character = term.slice(0, characterLength(unit))
    if (term.endsWith(startMark)) return new TextTerm('behindWord', character)
    if (term !== character) return new TextTerm('pair', term)
    return new TextTerm(isPrefix ? 'character' : 'lone', character)
  }
  if (hasSign(term, 0, term.length)) return undefined
  return new TextTerm(isPrefix ? 'beginning' : 'word', term)
}

/** Finds a term in texts as `ScannedPost.text`, as far as it stands there by itself and in no cluster. */
export class TextTerm {
  readonly #kind: TermKind
  readonly #term: string
  readonly #wanted: string
  /** Where the term begins in what is wanted. */
  readonly #shift: number

  constructor(kind: TermKind, term: string) {
    this.#kind = kind
    this.#term = term
    this.#wanted = kind === 'word' ? ` ${term} ` : term
    this.#shift = kind === 'word' ? 1 : 0
  }

  /** The unit of its first place from `from` on; -1 without one. */
  find(text: string, from: number): number {
    let at = text.indexOf(this.#wanted, from - this.#shift)
    while (at !== -1 && !this.#isTerm(text, at)) at = text.indexOf(this.#wanted, at + 1)
    return at === -1 ? -1 : at + this.#shift
  }

  /** Where the term that begins at such a place ends: of a beginning, the whole. */
  findEnd(text: string, start: number): number {
    if (this.#kind === 'character') return findPairEnd(text, start)
    return this.#kind === 'beginning' ? text.indexOf(' ', start) : start + this.#term.length
  }

  #isTerm(text: string, at: number): boolean {
    if (this.#kind === 'beginning') return isPlainWord(text, at)
    if (this.#kind === 'lone') return findPairEnd(text, at) === at + this.#term.length
    return this.#kind !== 'behindWord' || isBehindWord(text, at)
  }
}

/** Whether a word begins at a unit that is one term. */
function isPlainWord(text: string, start: number): boolean {
  if (text.charAt(start - 1) !== ' ') return false
  const end = text.indexOf(' ', start)
  return end - start <= longestPiece && !hasSign(text, start, end)
}

/** The end of a dense character, or of the next one where that is dense too. */
function findPairEnd(text: string, start: number): number {
  const end = start + characterLength(text.charCodeAt(start))
  const next = text.charAt(end) === ' ' ? end + 1 : end
  const unit = text.charCodeAt(next)
  return isDense(unit) ? next + characterLength(unit) : end
}

function isBehindWord(text: string, start: number): boolean {
  // Nothing stands before the space at the beginning of a text, and a zero before that of a body.
  const isBehindSpace = text.charAt(start - 1) === ' ' && text.charCodeAt(start - 2) > 0
  return isBehindSpace && !isDenseEnd(text, start - 1)
}

/** Whether a range of a word holds a mark or a sign. */
function hasSign(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) < lowestLetter) return true
  return false
}
