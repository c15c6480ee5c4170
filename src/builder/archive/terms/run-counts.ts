/**
 * How often each hash occurs among some places, and where: by open addressing, with a chain of the places of each. Its
 * room is used again for each count: making it anew for every text took longer than counting.
 */
export class RunCounts {
  #places = new Uint32Array(0)
  /** The hash of each slot, how often it occurs, and the last of its places as an index, plus 1. */
  #keys = new Uint32Array(0)
  #counts = new Uint32Array(0)
  #heads = new Uint32Array(0)
  /** Of each index, the one before with the same hash, plus 1; and its slot. */
  #before = new Uint32Array(0)
  #slots = new Uint32Array(0)

  /** Counts the hashes of the first `length` places; `hashes` has one for every place there is. */
  count(places: Uint32Array<ArrayBuffer>, length: number, hashes: Uint32Array): void {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(2, length * 2)))
    this.#makeRoom(length, slots)
    this.#places = places
    const mask = slots - 1
    const keys = this.#keys
    const counts = this.#counts
    const heads = this.#heads
    const before = this.#before
    const slotOf = this.#slots
    // What else is left of the count before is written before it is read.
    counts.fill(0, 0, slots)
    for (let at = 0; at < length; at++) {
      const hash = hashes[places[at] ?? 0] ?? 0
      let slot = (hash ^ (hash >>> 16)) & mask
      while (counts[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask
      const known = counts[slot] ?? 0
      keys[slot] = hash
      counts[slot] = known + 1
      before[at] = known === 0 ? 0 : (heads[slot] ?? 0)
      heads[slot] = at + 1
      slotOf[at] = slot
    }
  }

  #makeRoom(length: number, slots: number): void {
    if (slots > this.#counts.length) {
      this.#keys = new Uint32Array(slots)
      this.#counts = new Uint32Array(slots)
      this.#heads = new Uint32Array(slots)
    }
    if (length > this.#before.length) {
      this.#before = new Uint32Array(slots)
      this.#slots = new Uint32Array(slots)
    }
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
