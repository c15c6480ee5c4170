import type { OrderedPost } from '../order/order-posts.ts'

/** Texts whose fingerprints differ in so few bits are nearly the same: see `find-same-texts.ts`. */
const mostDifferentBits = 8

/** Tells whose texts are nearly the same, from columns: posts are compared by the hundred. */
export class NearTexts {
  readonly #isKnown: Uint8Array
  readonly #low: Int32Array
  readonly #high: Int32Array

  /** `posts` are in ordinal order. */
  constructor(posts: readonly OrderedPost[]) {
    this.#isKnown = new Uint8Array(posts.length)
    this.#low = new Int32Array(posts.length)
    this.#high = new Int32Array(posts.length)
    for (const [ordinal, { cached }] of posts.entries()) {
      const { fingerprint } = cached
      if (fingerprint === undefined) continue
      this.#isKnown[ordinal] = 1
      this.#low[ordinal] = fingerprint.low
      this.#high[ordinal] = fingerprint.high
    }
  }

  /** Whether two posts say nearly the same; false where a text has no fingerprint. */
  areNear(one: number, other: number): boolean {
    if (this.#isKnown[one] !== 1 || this.#isKnown[other] !== 1) return false
    const low = countBits((this.#low[one] ?? 0) ^ (this.#low[other] ?? 0))
    if (low > mostDifferentBits) return false
    const high = countBits((this.#high[one] ?? 0) ^ (this.#high[other] ?? 0))
    return low + high <= mostDifferentBits
  }
}

function countBits(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}
