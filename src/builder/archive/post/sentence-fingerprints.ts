// Runs in worker threads and, for small archives, on the main one.
import { englishMonths, englishWeekdays } from '#core/time/english-names.ts'
import { isDense } from '#search/fold/character-class.ts'
import type { ArticleSentences } from '#builder/read/clean/article-sentences.ts'
import { foldText } from '#search/fold/fold-text.ts'
import { joinUnits, mixBits } from './text-units.ts'

/**
 * What identifies a sentence, in numbers, so that those of a post fit into a row of a column. Equal for sentences that
 * differ only in numbers, dates, addresses, punctuation, case and variants of Chinese characters.
 */
export interface SentenceFingerprint {
  /** Two for each word, one for each character of a script without spaces; 0 = compared as it is written. */
  weight: number
  whole: number
  /** The beginning and the end, each of the weight `toNearWeight`: a name between may differ. Absent in short ones. */
  ends?: { head: number; tail: number }
}

// Few steps, so that names of different lengths leave heads and tails alike.
const nearWeights = [8, 12, 16, 24, 32, 48, 64, 96, 128]
const nearPart = 0.8

/** Weight of the beginning and of the end that stand for a sentence of a weight; `undefined` for a short one. */
export function toNearWeight(weight: number): number | undefined {
  return nearWeights.findLast((each) => each <= weight * nearPart)
}

/** No sentence is longer; what is has lost its signs. */
const longestSentence = 1_000

const addressPattern = /(?:https?:\/\/|www\.)[!-~]+|[\w.+-]+@[\w-]+\.[\w.]+/g
const digitPattern = /\d/
const chineseNumbers = new Set(
  Array.from('〇零一二三四五六七八九十百千万兩两', (character) => character.charCodeAt(0)),
)
const dateWords = new Set(
  [...englishMonths, ...englishWeekdays].flatMap((name) => {
    const word = name.toLowerCase()
    return [word, word.slice(0, 3)]
  }),
)

/** Fingerprints a sentence. */
export function toSentenceFingerprint(sentence: string): SentenceFingerprint {
  const text = sentence.slice(0, longestSentence)
  const { hashes, weights } = listUnits(foldText(text.replace(addressPattern, ' ')))
  let weight = 0
  for (const each of weights) weight += each
  if (weight === 0) return { weight, whole: hashText(text.trim()) }
  const whole = toHead(hashes, weights, weight)
  const near = toNearWeight(weight)
  if (near === undefined) return { weight, whole }
  const head = toHead(hashes, weights, near)
  const tail = toHead(hashes.toReversed(), weights.toReversed(), near)
  return { weight, whole, ends: { head: mixBits(head ^ headMark), tail: mixBits(tail ^ tailMark) } }
}

const headMark = 0x3c6ef372
const tailMark = 0x1b873593

/** The units that identify a sentence, without numbers and dates. */
function listUnits(folded: string): { hashes: number[]; weights: number[] } {
  const hashes: number[] = []
  const weights: number[] = []
  for (let start = 0; start < folded.length;) {
    const space = folded.indexOf(' ', start)
    const end = space === -1 ? folded.length : space
    if (isDense(folded.charCodeAt(start))) {
      // By offsets: making a text of each character took most of the time.
      for (let at = start; at < end;) {
        const next = at + ((folded.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
        if (!chineseNumbers.has(folded.charCodeAt(at))) {
          hashes.push(hashText(folded, at, next))
          weights.push(1)
        }
        at = next
      }
    } else {
      const word = folded.slice(start, end)
      if (!digitPattern.test(word) && !dateWords.has(word)) {
        hashes.push(hashText(word))
        weights.push(2)
      }
    }
    start = end + 1
  }
  return { hashes, weights }
}

function hashText(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return mixBits(hash)
}

/** Hash of the first units whose weights add up to `weight`. */
function toHead(hashes: readonly number[], weights: readonly number[], weight: number): number {
  let joined = 0
  let sum = 0
  for (let at = 0; at < hashes.length && sum < weight; at++) {
    joined = joinUnits(joined, hashes[at] ?? 0)
    sum += weights[at] ?? 0
  }
  return joined
}

/**
 * Fingerprints the sentences near the ends of an article and packs them into unsigned numbers: whether something stands
 * between them, then for each sentence its weight, its hash and, if it has ends, theirs.
 */
export function packSentences({ ends, middle }: ArticleSentences): number[] {
  const packed = [middle === '' ? 0 : 1]
  for (const { text } of ends) {
    const { weight, whole, ends: halves } = toSentenceFingerprint(text)
    packed.push(weight, whole >>> 0)
    if (halves !== undefined) packed.push(halves.head >>> 0, halves.tail >>> 0)
  }
  return packed
}

/** Whether something stands between the sentences that were packed. */
export function hasMiddle(packed: readonly number[]): boolean {
  return packed[0] === 1
}

/** The sentences that were packed, one after the other, without objects: a million posts have tens of millions. */
export class PackedSentences {
  readonly #packed: readonly number[]
  #at = 1
  #next = 1

  constructor(packed: readonly number[]) {
    this.#packed = packed
  }

  /** Goes to the next sentence; false behind the last. */
  next(): boolean {
    this.#at = this.#next
    if (this.#at >= this.#packed.length) return false
    this.#next = this.#at + (hasEnds(this.weight) ? 4 : 2)
    return true
  }

  get weight(): number {
    return this.#packed[this.#at] ?? 0
  }

  get whole(): number {
    return this.#packed[this.#at + 1] ?? 0
  }

  /** Only of a sentence that has ends. */
  get head(): number {
    return this.#packed[this.#at + 2] ?? 0
  }

  /** Only of a sentence that has ends. */
  get tail(): number {
    return this.#packed[this.#at + 3] ?? 0
  }
}

/** Whether a sentence of a weight has fingerprints of its ends. */
export function hasEnds(weight: number): boolean {
  return weight * nearPart >= (nearWeights[0] ?? 0)
}
