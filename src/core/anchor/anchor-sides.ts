import { weighText } from './bare-text.ts'
import { measureEnds } from './near-ends.ts'

/** Side of a point in a text: what ends there, or what begins there. */
export type AnchorSide = 'before' | 'after'

/** What stood on one side of a point. */
export interface SideWords {
  words: string
  /** Edits that tell these words from the most similar other place of their text; 0 where nothing does. */
  apart: number
}

/** How many units of a side are tried: more only where fewer stand in several places. */
const sizes = [10, 20, 32, 64, 128, 256, 512, 1024]
/** Comparing long words with a long text takes time: beyond this many pairs of units, shorter ones have to do. */
export const mostPairs = 10_000_000

/** Fewer words than these stand in any text. */
const leastWeight = 16

/** A bare text in which the places are looked for that words stand beside. */
export class AnchorSides {
  readonly text: string
  #reversed: string | undefined

  constructor(text: string) {
    this.text = text
  }

  /** The fewest words on one side of a point that tell it from all other places of the text, as far as any do. */
  choose(side: AnchorSide, at: number): SideWords {
    let chosen: SideWords = { words: '', apart: 0 }
    for (const size of sizes) {
      if (chosen.words !== '' && size * this.text.length > mostPairs) break
      chosen = this.read(side, at, size)
      if (isApart(chosen) || chosen.words.length < size) break
    }
    return chosen
  }

  /** The words of one side of a point, up to a length, with what tells them from all others in the text. */
  read(side: AnchorSide, at: number, length: number): SideWords {
    const words =
      side === 'before'
        ? this.text.slice(Math.max(0, at - length), at)
        : this.text.slice(at, at + length)
    return { words, apart: this.#measureApart(side, words, at) }
  }

  /**
   * The places that words stand beside, each with its number of edits: fewer than half of those that told them from any
   * other place, so no other place that has stayed as it was is among them.
   */
  find(side: AnchorSide, { words, apart }: SideWords): Map<number, number> {
    const most = toMostEdits(words.length, apart)
    const found = new Map<number, number>()
    // A text may have grown; beyond that somebody else has made the words.
    if (most < 0 || words.length * this.text.length > 2 * mostPairs) return found
    const places = this.measure(side, words, most)
    for (let at = 0; at < places.length; at++) {
      const edits = places[at] ?? 0
      if (edits <= most) found.set(at, edits)
    }
    return found
  }

  /** For each place of the text the edits between words and what stands on that side of it; at most `most + 1`. */
  measure(side: AnchorSide, words: string, most: number): Uint16Array {
    if (side === 'before') return measureEnds(this.text, words, most)
    this.#reversed ??= reverse(this.text)
    return measureEnds(this.#reversed, reverse(words), most).reverse()
  }

  #measureApart(side: AnchorSide, words: string, own: number): number {
    if (weighText(words) < leastWeight) return 0
    const most = 2 * toHighest(words.length)
    const places = this.measure(side, words, most)
    let apart = most + 1
    for (let at = 0; at < places.length; at++) {
      const edits = places[at] ?? 0
      // A place some units away costs as many edits: that is still the same one.
      if (edits < apart && edits < Math.abs(at - own)) apart = edits
    }
    return apart
  }
}

/** Whether words are told from all others as clearly as any of their length can be. */
function isApart({ words, apart }: SideWords): boolean {
  return apart > 2 * toHighest(words.length)
}

/** Most edits that words may have undergone; below 0 when not even the same words are trusted. */
function toMostEdits(length: number, apart: number): number {
  if (apart * 10 <= Math.min(length, 40)) return -1
  return Math.min(Math.floor((apart - 1) / 2), toHighest(length))
}

/** With more than a fifth changed, words are others; with more edits than these, the point beside them may be elsewhere. */
const highest = 12

function toHighest(length: number): number {
  return Math.min(Math.floor(length / 5), highest)
}

/** By units: a text cut between the halves of a character must be found as well. */
function reverse(text: string): string {
  let reversed = ''
  for (let at = text.length - 1; at >= 0; at--) reversed += text.charAt(at)
  return reversed
}
