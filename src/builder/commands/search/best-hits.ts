/** A matching post and its score. */
export interface RankedHit {
  ordinal: number
  score: number
}

/** Keeps the top hits of very many; ties go to the newest. */
export class BestHits {
  readonly #limit: number
  #hits: RankedHit[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  add(hit: RankedHit): void {
    this.#hits.push(hit)
    // An occasional sort bounds the memory and costs less than keeping the hits in order.
    if (this.#hits.length >= 2 * this.#limit + 1_024) this.#cut()
  }

  /** The top hits, best first. */
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
