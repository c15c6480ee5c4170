import type { Stretch } from '../passage/passage-text.ts'
import { findPoint, readPoint } from './anchor-point.ts'
import { AnchorSides, mostPairs, type SideWords } from './anchor-sides.ts'
import { toBareText, type BareText } from './bare-text.ts'
import { findForeignRange } from './foreign-anchor.ts'
import { findMovedRange } from './moved-range.ts'
import { findUnmoved, tellSurroundings } from './rest-of-text.ts'
import type { PlaceAnchor, TextAnchor } from './text-anchor.ts'

/** Longer quotes are not made: comparing them would take seconds. */
const mostQuoteUnits = 20_000
/** The words of longer quotes are never compared without those around them. */
const mostComparedUnits = 256

/**
 * Makes anchors in a text, and finds them in a text that has changed. Where all of the text before or behind is unchanged,
 * the position counts; else the words on either side, each alone, with fewer than half of the edits that told them from every
 * other place. What fits several places, or none, is lost: never a wrong place.
 */
export class AnchorText {
  readonly #written: string
  readonly #bare: BareText
  readonly #sides: AnchorSides

  constructor(text: string) {
    this.#written = text
    this.#bare = toBareText(text)
    this.#sides = new AnchorSides(this.#bare.text)
  }

  /** Anchors a range; `undefined` when it has no letters, or too many. */
  anchor(range: Stretch): TextAnchor | undefined {
    const selected = trimRange(this.#written, range)
    const [start, end] = [this.#toBare(selected.start), this.#toBare(selected.end)]
    if (start >= end || end - start > mostQuoteUnits) return undefined
    const [first, last] = [readPoint(this.#sides, start), readPoint(this.#sides, end)]
    const sides = [first.before, first.after, last.before, last.after]
    const reach = Math.max(...sides.map(toSize))
    const isCompared =
      end - start <= mostComparedUnits && (end - start) * this.#bare.text.length <= mostPairs
    const quote = isCompared ? this.#sides.read('before', end, end - start).apart : 0
    return {
      exact: this.#readLine(selected.start, selected.end),
      prefix: this.#readLine(this.#toPlace(start - reach), selected.start),
      suffix: this.#readLine(selected.end, this.#toPlace(end + reach)),
      ...selected,
      proof: {
        ...tellSurroundings(this.#bare.text, start, end),
        sizes: [toSize(first.before), toSize(first.after), toSize(last.before), toSize(last.after)],
        apart: [first.before.apart, first.after.apart, last.before.apart, last.after.apart, quote],
      },
    }
  }

  /** Finds an anchored range again; `undefined` when it is lost. */
  find(anchor: TextAnchor): Stretch | undefined {
    const quote = toBareText(anchor.exact).text
    if (quote === '' || quote.length > mostQuoteUnits) return undefined
    const found = this.#findBare(quote, anchor)
    if (found === undefined) return undefined
    const { places } = this.#bare
    const inner = { start: places[found.start] ?? 0, end: (places[found.end - 1] ?? 0) + 1 }
    return withSigns(this.#written, anchor.exact, inner)
  }

  /** Anchors a place. */
  anchorPlace(at: number): PlaceAnchor {
    const own = this.#toBare(at)
    const { before, after } = readPoint(this.#sides, own)
    return {
      prefix: this.#readLine(this.#toPlace(own - toSize(before)), this.#toPlace(own)),
      suffix: this.#readLine(this.#toPlace(own), this.#toPlace(own + toSize(after))),
      ...tellSurroundings(this.#bare.text, own, own),
      apart: [before.apart, after.apart],
    }
  }

  /** Finds a place again; `undefined` when it is lost. */
  findPlace({ prefix, suffix, before, after, apart }: PlaceAnchor): number | undefined {
    const { text, places } = this.#bare
    const words = { before: toBareText(prefix).text, after: toBareText(suffix).text }
    // Where only what comes before is unchanged, something may have been added there.
    const still = findUnmoved(text, '', { before, after }).find((at) =>
      text.startsWith(words.after, at),
    )
    const point = {
      before: { words: words.before, apart: apart[0] },
      after: { words: words.after, apart: apart[1] },
    }
    const found = still ?? findPoint(this.#sides, point, 'after')?.at
    return found === undefined ? undefined : places[found]
  }

  #findBare(quote: string, anchor: TextAnchor): Stretch | undefined {
    const { prefix, suffix, proof } = anchor
    const { text } = this.#bare
    if (proof === undefined) return findForeignRange(text, anchor)
    const [still, other = still] = findUnmoved(text, quote, proof)
    if (still !== other) return undefined
    if (still !== undefined) return { start: still, end: still + quote.length }
    const words = { quote, prefix: toBareText(prefix).text, suffix: toBareText(suffix).text }
    return findMovedRange(this.#sides, words, proof)
  }

  /** The first bare unit at or after a place. */
  #toBare(at: number): number {
    const { places } = this.#bare
    let [low, high] = [0, places.length - 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((places[middle] ?? 0) >= at) high = middle
      else low = middle + 1
    }
    return low
  }

  /** Where a bare unit is, counted from the ends of the text at most. */
  #toPlace(unit: number): number {
    const { places } = this.#bare
    return places[Math.min(Math.max(unit, 0), places.length - 1)] ?? 0
  }

  #readLine(start: number, end: number): string {
    return this.#written.slice(start, end).replace(/\s+/gu, ' ')
  }
}

function toSize({ words }: SideWords): number {
  return words.length
}

/** A range without white space at its ends. */
function trimRange(text: string, { start, end }: Stretch): Stretch {
  const selected = text.slice(start, end)
  const lead = selected.length - selected.trimStart().length
  return { start: start + lead, end: Math.max(start + lead, start + selected.trimEnd().length) }
}

/** A range with the punctuation that its quote began and ended with, where it still stands there. */
function withSigns(text: string, exact: string, { start, end }: Stretch): Stretch {
  const { places } = toBareText(exact)
  const lead = exact.slice(0, places[0])
  const tail = exact.slice((places.at(-2) ?? 0) + 1)
  return {
    start: text.endsWith(lead, start) ? start - lead.length : start,
    end: text.startsWith(tail, end) ? end + tail.length : end,
  }
}
