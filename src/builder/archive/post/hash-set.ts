/** A set of 32-bit hashes with a fixed capacity, by open addressing: many times as fast as `Set`. */
export class HashSet {
  readonly #slots: Int32Array
  readonly #mask: number
  #hasZero = false
  #size = 0

  constructor(most: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(2, most * 2)))
    this.#slots = new Int32Array(slots)
    this.#mask = slots - 1
  }

  get size(): number {
    return this.#size
  }

  /** Adds a hash; returns whether it was new. */
  add(hash: number): boolean {
    if (hash === 0) {
      if (this.#hasZero) return false
      this.#hasZero = true
    } else {
      const slot = this.#find(hash)
      if (this.#slots[slot] === hash) return false
      this.#slots[slot] = hash
    }
    this.#size++
    return true
  }

  has(hash: number): boolean {
    return hash === 0 ? this.#hasZero : this.#slots[this.#find(hash)] === hash
  }

  *[Symbol.iterator](): Generator<number> {
    if (this.#hasZero) yield 0
    for (const hash of this.#slots) if (hash !== 0) yield hash
  }

  /** The slot of a hash, or the free slot where it belongs. */
  #find(hash: number): number {
    let slot = hash & this.#mask
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== hash) slot = (slot + 1) & this.#mask
    return slot
  }
}
