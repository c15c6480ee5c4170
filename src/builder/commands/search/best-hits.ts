/** A post that matches, and how well. */
export interface RankedHit {
  ordinal: number
  score: number
}

/** Keeps the best of very many hits; of equal ones the newest. */
export class BestHits {
  readonly #limit: number
  #hits: RankedHit[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  add(hit: RankedHit): void {
    this.#hits.push(hit)
    // Sorting now and then keeps few of them, and costs less than keeping them in order.
    if (this.#hits.length >= 2 * this.#limit + 1_024) this.#cut()
  }

  /** The best ones, best first. */
  list(): RankedHit[] {
    this.#cut()
    return this.#hits
  }

  #cut(): void {
    this.#hits = this.#hits
      .toSorted((a, b) => b.score - a.score || b.ordinal - a.ordinal)
      .slice(0, this.#limit)
  }
}
