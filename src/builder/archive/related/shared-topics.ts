import { topicsPerPost, type AllTopics } from './topic-lists.ts'

/** Tells which of a post's most telling terms others are about as well. */
export class SharedTopics {
  readonly #chosen: Uint32Array
  readonly #all: AllTopics
  /** Of each slot that the post has among its most telling, its place there plus 1. */
  readonly #placeOf: Uint8Array
  #own: Uint32Array = new Uint32Array(0)

  /** `chosen` are the most telling terms of all posts, see `chooseTopics`; `slots` is how many terms there can be. */
  constructor(all: AllTopics, chosen: Uint32Array, slots: number) {
    this.#all = all
    this.#chosen = chosen
    this.#placeOf = new Uint8Array(slots)
  }

  /** Begins with a post. */
  open(ordinal: number): void {
    for (const slot of this.#own) if (slot !== 0) this.#placeOf[slot - 1] = 0
    this.#own = this.#chosen.subarray(ordinal * topicsPerPost, (ordinal + 1) * topicsPerPost)
    for (const [at, slot] of this.#own.entries()) if (slot !== 0) this.#placeOf[slot - 1] = at + 1
  }

  /** Whether another post shares any. */
  isSharedBy(other: number): boolean {
    const { starts, slots } = this.#all
    for (let at = starts[other] ?? 0; at < (starts[other + 1] ?? 0); at++) {
      if (this.#placeOf[slots[at] ?? 0] !== 0) return true
    }
    return false
  }

  /** The places, plus 1, of those that another shares, the most telling first. */
  list(other: number): number[] {
    const { starts, slots } = this.#all
    const places: number[] = []
    for (let at = starts[other] ?? 0; at < (starts[other + 1] ?? 0); at++) {
      const place = this.#placeOf[slots[at] ?? 0] ?? 0
      if (place !== 0) places.push(place)
    }
    return places.toSorted((a, b) => a - b)
  }
}
