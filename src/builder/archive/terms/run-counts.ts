/** How often each hash occurs among some places, and where: by open addressing, with a chain of the places of each. */
export class RunCounts {
  readonly #places: Uint32Array
  /** How often each slot's hash occurs, and the last of its places as an index, plus 1. */
  readonly #counts: Uint32Array
  readonly #heads: Uint32Array
  /** Of each index, the one before with the same hash, plus 1; and its slot. */
  readonly #before: Uint32Array
  readonly #slots: Uint32Array

  /** Counts the hashes of these places; `hashes` has one for every place there is. */
  constructor(places: Uint32Array, hashes: Uint32Array) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(2, places.length * 2)))
    const mask = slots - 1
    const keys = new Uint32Array(slots)
    const counts = new Uint32Array(slots)
    const heads = new Uint32Array(slots)
    const before = new Uint32Array(places.length)
    const slotOf = new Uint32Array(places.length)
    for (let at = 0; at < places.length; at++) {
      const hash = hashes[places[at] ?? 0] ?? 0
      let slot = (hash ^ (hash >>> 16)) & mask
      while (counts[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask
      keys[slot] = hash
      counts[slot] = (counts[slot] ?? 0) + 1
      before[at] = heads[slot] ?? 0
      heads[slot] = at + 1
      slotOf[at] = slot
    }
    this.#places = places
    this.#counts = counts
    this.#heads = heads
    this.#before = before
    this.#slots = slotOf
  }

  /** How often the hash of the place with this index occurs. */
  countAt(index: number): number {
    return this.#counts[this.#slots[index] ?? 0] ?? 0
  }

  /** Whether the place with this index is the last of its hash. */
  isLast(index: number): boolean {
    return this.#heads[this.#slots[index] ?? 0] === index + 1
  }

  /** The places with the hash of the one with this index, from that on back. */
  placesFrom(index: number): number[] {
    const found: number[] = []
    for (let at = index + 1; at !== 0; at = this.#before[at - 1] ?? 0) {
      found.push(this.#places[at - 1] ?? 0)
    }
    return found
  }
}
