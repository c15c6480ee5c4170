import { isDense } from '../fold/character-class.ts'
import { characterLength } from '../terms/list-terms.ts'
import { PostingList, type DocumentList } from './posting-list.ts'

/**
 * Suffix of the term that lists all posts with a character (its total). Higher than any unit a folded text can contain,
 * so this term sorts after all others that begin with the character.
 */
export const totalMark = '\uffff'

/** The dense character that a term begins with; empty for words. */
export function toFirstCharacter(term: string): string {
  const unit = term.charCodeAt(0)
  return isDense(unit) ? term.slice(0, characterLength(unit)) : ''
}

/**
 * Accumulates the posts with a character over the consecutive terms that begin with it. Without the total, a search for
 * that character alone would have to gather hundreds of terms.
 */
export class CharacterTotals {
  readonly #counts: Uint32Array
  readonly #titleCounts: Uint32Array
  readonly #spellings: Uint8Array
  #ordinals = new Uint32Array(1024)
  #length = 0
  #character = ''

  constructor(rows: number) {
    this.#counts = new Uint32Array(rows)
    this.#titleCounts = new Uint32Array(rows)
    this.#spellings = new Uint8Array(rows)
  }

  /** The character whose terms are being accumulated; empty between words. */
  get character(): string {
    return this.#character
  }

  /** Resets the totals and starts with the terms of another character. */
  start(character: string): void {
    for (let at = 0; at < this.#length; at++) {
      const ordinal = this.#ordinals[at] ?? 0
      this.#counts[ordinal] = 0
      this.#titleCounts[ordinal] = 0
      this.#spellings[ordinal] = 0
    }
    this.#character = character
    this.#length = 0
  }

  add(list: DocumentList): void {
    if (this.#character === '') return
    for (let at = 0; at < list.length; at++) {
      const ordinal = list.ordinals[at] ?? 0
      const count = this.#counts[ordinal] ?? 0
      if (count === 0) this.#addOrdinal(ordinal)
      this.#counts[ordinal] = count + (list.counts[at] ?? 0)
      this.#titleCounts[ordinal] = (this.#titleCounts[ordinal] ?? 0) + (list.titleCounts[at] ?? 0)
      this.#spellings[ordinal] = (this.#spellings[ordinal] ?? 0) | (list.spellings[at] ?? 0)
    }
  }

  /** All posts with the character, without positions. */
  toTotal(): PostingList {
    const total = new PostingList()
    for (const ordinal of this.#ordinals.subarray(0, this.#length).toSorted()) {
      const count = this.#counts[ordinal] ?? 0
      const titleCount = this.#titleCounts[ordinal] ?? 0
      total.addCounted({ ordinal, count, titleCount }, this.#spellings[ordinal] ?? 0)
    }
    return total
  }

  #addOrdinal(ordinal: number): void {
    if (this.#length === this.#ordinals.length) {
      const grown = new Uint32Array(this.#length * 2)
      grown.set(this.#ordinals)
      this.#ordinals = grown
    }
    this.#ordinals[this.#length++] = ordinal
  }
}
