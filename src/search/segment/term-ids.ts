/** Factor of Fibonacci hashing: 2^32 over the golden ratio, odd. */
const spread = 0x9e3779b1

// What is left of an exact number beside two units.
const idLimit = 2 ** 21

/** A term and its number. */
export interface TermId {
  term: string
  id: number
}

/**
 * Numbers terms in the order they are met. Nearly all are pairs of characters, two units: those are kept as numbers in a table
 * of our own, which is asked a million times a run and answers three times as fast as a map of strings.
 */
export class TermIds {
  readonly #terms: string[] = []
  readonly #others = new Map<string, number>()
  // Open addressing: the pair and, beside it, its id + 1; 0 for a free place.
  #pairs = new Uint32Array(1 << 16)
  #ids = new Uint32Array(1 << 16)
  #pairCount = 0

  /** How many terms have been met. */
  get count(): number {
    return this.#terms.length
  }

  /** The number of a term, a new one at the first time. */
  toId(term: string): number {
    if (term.length === 2) return this.#toPairId(term)
    const known = this.#others.get(term)
    if (known !== undefined) return known
    const id = this.#terms.push(term) - 1
    this.#others.set(term, id)
    return id
  }

  /** All terms by their UTF-16 units, ascending. */
  listSorted(): TermId[] {
    const terms = this.#terms.map((term, id) => ({ term, id }))
    if (terms.length > idLimit) return terms.toSorted(compareTerms)
    // Numbers sort many times faster than strings, and the first two units decide nearly always.
    const keys = Float64Array.from(
      terms,
      ({ term, id }) => toPrefix(term) * idLimit + id,
    ).toSorted()
    const sorted: TermId[] = []
    for (let at = 0; at < keys.length;) {
      const prefix = Math.floor((keys[at] ?? 0) / idLimit)
      const same: TermId[] = []
      for (; Math.floor((keys[at] ?? -1) / idLimit) === prefix; at++) {
        const term = terms[(keys[at] ?? 0) % idLimit]
        if (term !== undefined) same.push(term)
      }
      sorted.push(...(same.length > 1 ? same.toSorted(compareTerms) : same))
    }
    return sorted
  }

  #toPairId(term: string): number {
    const pair = ((term.charCodeAt(0) << 16) | term.charCodeAt(1)) >>> 0
    const place = this.#findPlace(pair)
    const known = this.#ids[place] ?? 0
    if (known > 0) return known - 1
    const id = this.#terms.push(term) - 1
    this.#pairs[place] = pair
    this.#ids[place] = id + 1
    this.#pairCount++
    if (this.#pairCount * 2 > this.#pairs.length) this.#grow()
    return id
  }

  /** Where a pair is, or would be. */
  #findPlace(pair: number): number {
    const mask = this.#pairs.length - 1
    let place = (Math.imul(pair, spread) >>> 12) & mask
    while ((this.#ids[place] ?? 0) > 0 && this.#pairs[place] !== pair) place = (place + 1) & mask
    return place
  }

  #grow(): void {
    const pairs = this.#pairs
    const ids = this.#ids
    this.#pairs = new Uint32Array(pairs.length * 2)
    this.#ids = new Uint32Array(pairs.length * 2)
    for (const [at, id] of ids.entries()) {
      if (id === 0) continue
      const pair = pairs[at] ?? 0
      const place = this.#findPlace(pair)
      this.#pairs[place] = pair
      this.#ids[place] = id
    }
  }
}

function compareTerms(a: TermId, b: TermId): number {
  return a.term < b.term ? -1 : 1
}

/** The first two units of a term as a number. */
function toPrefix(term: string): number {
  return term.charCodeAt(0) * 65_536 + (term.length > 1 ? term.charCodeAt(1) : 0)
}
