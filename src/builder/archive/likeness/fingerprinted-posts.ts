import type { CachedPost } from '../post/cached-post.ts'
import { compareText } from '#builder/ground/text/compare.ts'

/** Up to this many posts, half a fingerprint (32 bits) and an index (21 bits) fit into the 53 bits of a number. */
const mostForNumbers = 2 ** 21

/** Fingerprints in columns: a million of them as objects would take a tenth of a gigabyte. */
export interface FingerprintColumns {
  exact: Float64Array
  low: Uint32Array
  high: Uint32Array
}

/** Posts that have a text fingerprint, in some order. */
export class FingerprintedPosts {
  readonly fingerprints: FingerprintColumns
  readonly #posts: readonly CachedPost[]
  /** Indexes of the posts in `#posts`. */
  readonly #places: Uint32Array

  private constructor(
    posts: readonly CachedPost[],
    places: Uint32Array,
    fingerprints: FingerprintColumns,
  ) {
    this.#posts = posts
    this.#places = places
    this.fingerprints = fingerprints
  }

  /** The posts that have a fingerprint, sorted by it: the order does not depend on that of the input. */
  static sorted(posts: readonly CachedPost[]): FingerprintedPosts {
    const places = new Uint32Array(posts.length)
    const fingerprints = makeColumns(posts.length)
    let length = 0
    for (const [place, { fingerprint }] of posts.entries()) {
      if (fingerprint === undefined) continue
      places[length] = place
      fingerprints.exact[length] = fingerprint.exact
      fingerprints.low[length] = fingerprint.low
      fingerprints.high[length] = fingerprint.high
      length++
    }
    const fingerprinted = new FingerprintedPosts(posts, places.subarray(0, length), fingerprints)
    return fingerprinted.select(fingerprinted.#sort())
  }

  get length(): number {
    return this.#places.length
  }

  /** @throws RangeError when there is no post at this index. */
  post(at: number): CachedPost {
    const post = this.#posts[this.#places[at] ?? NaN]
    if (post === undefined) throw new RangeError('there is no post at this place')
    return post
  }

  /** Whether two of them have the same fingerprint; false when an index is out of range. */
  areSame(a: number, b: number): boolean {
    if (Math.min(a, b) < 0 || Math.max(a, b) >= this.length) return false
    const { exact, low, high } = this.fingerprints
    return exact[a] === exact[b] && low[a] === low[b] && high[a] === high[b]
  }

  /** The posts at these indexes, in this order. */
  select(order: Uint32Array): FingerprintedPosts {
    const fingerprints = makeColumns(order.length)
    for (const name of ['exact', 'low', 'high'] as const) {
      const [from, to] = [this.fingerprints[name], fingerprints[name]]
      for (const [at, place] of order.entries()) to[at] = from[place] ?? 0
    }
    const places = order.map((place) => this.#places[place] ?? 0)
    return new FingerprintedPosts(this.#posts, places, fingerprints)
  }

  /**
   * Sorts by the high halves first, as plain numbers, which is many times as fast as a million posts with a comparator.
   */
  #sort(): Uint32Array {
    const { length } = this
    const { high } = this.fingerprints
    const order = Uint32Array.from({ length }, (_, at) => at)
    if (length > mostForNumbers) return order.toSorted(this.#compare)
    const keys = Float64Array.from(order, (at) => (high[at] ?? 0) * length + at).toSorted()
    for (const [to, key] of keys.entries()) order[to] = key % length
    this.#sortEqualHalves(order)
    return order
  }

  /** Sorts within runs of equal high halves; nearly all runs have one member. */
  #sortEqualHalves(order: Uint32Array): void {
    const { high } = this.fingerprints
    const halfAt = (at: number): number | undefined => high[order[at] ?? NaN]
    for (let start = 0; start < order.length;) {
      let end = start + 1
      while (end < order.length && halfAt(end) === halfAt(start)) end++
      if (end - start > 1) order.subarray(start, end).sort(this.#compare)
      start = end
    }
  }

  readonly #compare = (a: number, b: number): number => {
    for (const column of [this.fingerprints.high, this.fingerprints.low, this.fingerprints.exact]) {
      const [one = 0, other = 0] = [column[a], column[b]]
      if (one !== other) return one - other
    }
    return compareText(this.post(a).file, this.post(b).file)
  }
}

function makeColumns(length: number): FingerprintColumns {
  return {
    exact: new Float64Array(length),
    low: new Uint32Array(length),
    high: new Uint32Array(length),
  }
}
