import type { DraftPost } from '../post/draft-post.ts'
import { compareText } from '#builder/ground/text/compare.ts'

/** So many prints can be told apart by one number that holds half a print and a place: numbers have 53 bits. */
const mostForNumbers = 2 ** 21

/** Prints in columns: a million of them as objects would take a tenth of a gigabyte. */
export interface PrintColumns {
  exact: Float64Array
  low: Uint32Array
  high: Uint32Array
}

/** Drafts that can be told by their texts, in some order. */
export class PrintedDrafts {
  readonly prints: PrintColumns
  readonly #drafts: readonly DraftPost[]
  /** Places of the drafts among those that were given. */
  readonly #places: Uint32Array

  private constructor(drafts: readonly DraftPost[], places: Uint32Array, prints: PrintColumns) {
    this.#drafts = drafts
    this.#places = places
    this.prints = prints
  }

  /** Those of some drafts that have a print, sorted by it: the same order whichever way the files came in. */
  static sorted(drafts: readonly DraftPost[]): PrintedDrafts {
    const places = new Uint32Array(drafts.length)
    const prints = makeColumns(drafts.length)
    let length = 0
    for (const [place, { print }] of drafts.entries()) {
      if (print === undefined) continue
      places[length] = place
      prints.exact[length] = print.exact
      prints.low[length] = print.low
      prints.high[length] = print.high
      length++
    }
    const printed = new PrintedDrafts(drafts, places.subarray(0, length), prints)
    return printed.select(printed.#sort())
  }

  get length(): number {
    return this.#places.length
  }

  /** @throws RangeError when there is none at this place. */
  draft(at: number): DraftPost {
    const draft = this.#drafts[this.#places[at] ?? NaN]
    if (draft === undefined) throw new RangeError('no draft at this place')
    return draft
  }

  /** Whether two of them have the same print; a place with none is like no other. */
  areSame(a: number, b: number): boolean {
    if (Math.min(a, b) < 0 || Math.max(a, b) >= this.length) return false
    const { exact, low, high } = this.prints
    return exact[a] === exact[b] && low[a] === low[b] && high[a] === high[b]
  }

  /** Some of them, in the order of their places here. */
  select(order: Uint32Array): PrintedDrafts {
    const prints = makeColumns(order.length)
    for (const name of ['exact', 'low', 'high'] as const) {
      const [from, to] = [this.prints[name], prints[name]]
      for (const [at, place] of order.entries()) to[at] = from[place] ?? 0
    }
    const places = order.map((place) => this.#places[place] ?? 0)
    return new PrintedDrafts(this.#drafts, places, prints)
  }

  /** Sorts by the halves of the prints first, as plain numbers: that is many times as fast as comparing a million posts with each other. */
  #sort(): Uint32Array {
    const { length } = this
    const { high } = this.prints
    const order = Uint32Array.from({ length }, (_, at) => at)
    if (length > mostForNumbers) return order.toSorted(this.#compare)
    const keys = Float64Array.from(order, (at) => (high[at] ?? 0) * length + at).toSorted()
    for (const [to, key] of keys.entries()) order[to] = key % length
    this.#sortEqualHalves(order)
    return order
  }

  /** Sorts runs with the same half of a print; nearly all stand alone. */
  #sortEqualHalves(order: Uint32Array): void {
    const { high } = this.prints
    const halfAt = (at: number): number | undefined => high[order[at] ?? NaN]
    for (let start = 0; start < order.length;) {
      let end = start + 1
      while (end < order.length && halfAt(end) === halfAt(start)) end++
      if (end - start > 1) order.subarray(start, end).sort(this.#compare)
      start = end
    }
  }

  readonly #compare = (a: number, b: number): number => {
    for (const column of [this.prints.high, this.prints.low, this.prints.exact]) {
      const [one = 0, other = 0] = [column[a], column[b]]
      if (one !== other) return one - other
    }
    return compareText(this.draft(a).file, this.draft(b).file)
  }
}

function makeColumns(length: number): PrintColumns {
  return {
    exact: new Float64Array(length),
    low: new Uint32Array(length),
    high: new Uint32Array(length),
  }
}
