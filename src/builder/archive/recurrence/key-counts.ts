/** In how many posts each hash occurs, by open addressing: many times as fast and small as a `Map`. */
export class KeyCounts {
  readonly #mask: number
  readonly #keys: Int32Array
  readonly #counts: Uint16Array
  /** Number of the last post that was counted, so that a post counts once. */
  readonly #last: Uint16Array

  /** For at most `most` different hashes, and fewer than 65,536 posts. */
  constructor(most: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(2, most * 2)))
    this.#mask = slots - 1
    this.#keys = new Int32Array(slots)
    this.#counts = new Uint16Array(slots)
    this.#last = new Uint16Array(slots)
  }

  /** Counts a hash of a post; posts are numbered from 1. */
  add(hash: number, post: number): void {
    const slot = this.#find(hash)
    if (this.#last[slot] === post) return
    this.#keys[slot] = toKey(hash)
    this.#last[slot] = post
    this.#counts[slot] = (this.#counts[slot] ?? 0) + 1
  }

  get(hash: number): number {
    return this.#counts[this.#find(hash)] ?? 0
  }

  #find(hash: number): number {
    const key = toKey(hash)
    let slot = (key ^ (key >>> 15)) & this.#mask
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask
    return slot
  }
}

/** An empty slot is 0, so no key is. */
function toKey(hash: number): number {
  return hash | 0 || 1
}
