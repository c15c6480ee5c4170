import type { SaidTerms } from './said-terms.ts'
import { topicsPerPost } from './topic-lists.ts'

/** Tells which of a post's most telling terms others say as well. */
export class SharedTopics {
  readonly #chosen: Uint32Array
  readonly #rarity: Float32Array
  readonly #said: SaidTerms
  #own: { slot: number; place: number; words: readonly number[] }[] = []

  /** `chosen` are the most telling terms of all posts, see `chooseTopics`; `rarity` tells how rare each term is, in bits. */
  constructor(chosen: Uint32Array, rarity: Float32Array, said: SaidTerms) {
    this.#chosen = chosen
    this.#rarity = rarity
    this.#said = said
  }

  /** Begins with a post. */
  open(ordinal: number): void {
    const chosen = this.#chosen.subarray(ordinal * topicsPerPost, (ordinal + 1) * topicsPerPost)
    this.#own = [...chosen].flatMap((entry, at) => {
      const slot = entry - 1
      return entry === 0 ? [] : [{ slot, place: at + 1, words: this.#said.listWords(slot) }]
    })
  }

  /** The places, plus 1, of those that another shares, the most telling first, and how rare these are, in bits. */
  compare(other: number): { places: number[]; bits: number } {
    this.#said.look(other)
    const shared = this.#own.filter(({ slot, words }) => this.#said.has(slot, words))
    return {
      places: shared.map(({ place }) => place),
      bits: shared.reduce((sum, { slot }) => sum + (this.#rarity[slot] ?? 0), 0),
    }
  }
}
