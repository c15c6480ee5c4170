/** Factor of Fibonacci hashing: 2^32 over the golden ratio, odd. */
const spread = 0x9e3779b1

// An exact integer has room for two UTF-16 units and an id below this.
const idLimit = 2 ** 21

/**
 * Numbers terms in the order of their first occurrence. Nearly all are bigrams, two units. Those are stored as numbers
 * in a hash table of our own, which is queried about a million times per run, so no strings are built for them.
 */
export class TermIds {
  /** The pair of each id; 0 for other terms. */
  #pairOf = new Uint32Array(1 << 14)
  readonly #ids = new Map<string, number>()
  /** The terms that are not pairs, by id; empty for pairs. */
  readonly #others: string[] = []
  // Open addressing: each slot is a pair and its id + 1; 0 marks a free slot.
  #places = new Uint32Array(1 << 17)
  #pairCount = 0

  /** Number of distinct terms so far. */
  get count(): number {
    return this.#others.length
  }

  /** Returns the id of a term of two units, a new one on first use. The first unit must not be 0. */
  toPairId(first: number, second: number): number {
    const pair = ((first << 16) | second) >>> 0
    const place = this.#findPlace(pair)
    const known = this.#places[place + 1] ?? 0
    if (known > 0) return known - 1
    const id = this.#add(pair, '')
    this.#places[place] = pair
    this.#places[place + 1] = id + 1
    this.#pairCount++
    if (this.#pairCount * 4 > this.#places.length) this.#grow()
    return id
  }

  /** Returns the id of any other term, a new one on first use. */
  toId(term: string): number {
    const known = this.#ids.get(term)
    if (known !== undefined) return known
    const id = this.#add(0, term)
    this.#ids.set(term, id)
    return id
  }

  toTerm(id: number): string {
    const pair = this.#pairOf[id] ?? 0
    if (pair === 0) return this.#others[id] ?? ''
    return String.fromCharCode(pair >>> 16, pair & 0xffff)
  }

  /** Returns the ids of all terms, sorted by the UTF-16 units of the terms. */
  listSorted(): Uint32Array {
    const ids = new Uint32Array(this.count)
    if (this.count > idLimit) {
      for (let id = 0; id < ids.length; id++) ids[id] = id
      return ids.toSorted((a, b) => this.#compare(a, b))
    }
    // Numbers sort many times faster than strings, and the first two units nearly always decide.
    const keys = new Float64Array(this.count)
    for (let id = 0; id < keys.length; id++) keys[id] = this.#toPrefix(id) * idLimit + id
    keys.sort()
    for (let at = 0; at < keys.length; at++) ids[at] = (keys[at] ?? 0) % idLimit
    this.#sortRest(ids)
    return ids
  }

  /** Sorts within groups of terms that begin with the same two units. */
  #sortRest(ids: Uint32Array): void {
    for (let from = 0; from < ids.length;) {
      const prefix = this.#toPrefix(ids[from] ?? 0)
      let to = from + 1
      while (to < ids.length && this.#toPrefix(ids[to] ?? 0) === prefix) to++
      if (to - from > 1) ids.subarray(from, to).sort((a, b) => this.#compare(a, b))
      from = to
    }
  }

  #compare(a: number, b: number): number {
    return this.toTerm(a) < this.toTerm(b) ? -1 : 1
  }

  /** The first two units of a term as a number. */
  #toPrefix(id: number): number {
    const pair = this.#pairOf[id] ?? 0
    if (pair > 0) return pair
    const term = this.#others[id] ?? ''
    return term.charCodeAt(0) * 65_536 + (term.length > 1 ? term.charCodeAt(1) : 0)
  }

  #add(pair: number, other: string): number {
    const id = this.#others.push(other) - 1
    if (id === this.#pairOf.length) {
      const pairs = new Uint32Array(id * 2)
      pairs.set(this.#pairOf)
      this.#pairOf = pairs
    }
    this.#pairOf[id] = pair
    return id
  }

  /** The slot where a pair is, or would go. */
  #findPlace(pair: number): number {
    const places = this.#places
    const mask = places.length - 2
    let place = (Math.imul(pair, spread) >>> 11) & mask
    while (places[place] !== pair && places[place + 1] !== 0) place = (place + 2) & mask
    return place
  }

  #grow(): void {
    const places = this.#places
    this.#places = new Uint32Array(places.length * 2)
    for (let at = 0; at < places.length; at += 2) {
      if (places[at + 1] === 0) continue
      const pair = places[at] ?? 0
      const place = this.#findPlace(pair)
      this.#places[place] = pair
      this.#places[place + 1] = places[at + 1] ?? 0
    }
  }
}
