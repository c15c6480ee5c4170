// Runs in worker threads and, for small archives, on the main one.
import { hash } from 'node:crypto'
import { foldText } from '#search/fold/fold-text.ts'
import { HashSet } from './hash-set.ts'
import { hashUnits, joinUnits, mixBits } from './text-units.ts'

/** Fingerprint of a text, for finding equal texts and near-duplicates. */
export interface TextFingerprint {
  /** 48 bits of the hash of the folded text: equal fingerprints, equal texts. */
  exact: number
  /** Simhash, bits 0 to 31 and 32 to 63, as unsigned numbers. */
  low: number
  high: number
}

/** With fewer folded characters, different texts of one kind look alike. */
export const fewestCharacters = 200

/**
 * Fingerprint of a text; `undefined` for a short one. Ignores case, accents, punctuation and variants of Chinese
 * characters.
 */
export function toTextFingerprint(text: string): TextFingerprint | undefined {
  if (text.length < fewestCharacters) return undefined
  const folded = foldText(text)
  if (folded.length < fewestCharacters) return undefined
  const exact = Number.parseInt(hash('sha256', folded, 'hex').slice(0, 12), 16)
  return { exact, ...toSimhash(folded) }
}

/**
 * Simhash of 64 bits over the distinct bigrams of units: a bit is set when more than half of the bigrams' hashes have
 * it, so texts with nearly the same bigrams differ in few bits (Charikar, "Similarity estimation techniques from
 * rounding algorithms", 2002; Manku, Jain, Das Sarma, "Detecting near-duplicates for web crawling", 2007). Bigrams of
 * letters would not do: all texts of one language share them.
 */
export function toSimhash(folded: string): Pick<TextFingerprint, 'low' | 'high'> {
  const units = hashUnits(folded)
  const seen = new HashSet(units.length)
  const low = new BitCounts()
  const high = new BitCounts()
  let pairs = 0
  for (let at = 1; at < units.length; at++) {
    const pair = joinUnits(units[at - 1] ?? 0, units[at] ?? 0)
    if (!seen.add(pair)) continue
    pairs++
    low.add(pair)
    high.add(mixBits(pair ^ 0x5bd1e995))
  }
  return { low: low.majority(pairs), high: high.majority(pairs) }
}

/**
 * Counts how often each of 32 bits was set. Bit-sliced: entry n holds the n-th binary digit of all 32 counts, so one
 * step adds to all of them.
 */
class BitCounts {
  readonly #digits = new Int32Array(32)
  /** How many digits there are so far. */
  #used = 0

  add(bits: number): void {
    const digits = this.#digits
    let carry = bits
    let digit = 0
    for (; carry !== 0; digit++) {
      const before = digits[digit] ?? 0
      digits[digit] = before ^ carry
      carry &= before
    }
    if (digit > this.#used) this.#used = digit
  }

  /** The bits that were set in more than half of `total`, as an unsigned number. */
  majority(total: number): number {
    let bits = 0
    for (let bit = 0; bit < 32; bit++) if (this.#count(bit) * 2 > total) bits |= 1 << bit
    return bits >>> 0
  }

  #count(bit: number): number {
    const digits = this.#digits
    let count = 0
    for (let digit = this.#used - 1; digit >= 0; digit--) {
      count = count * 2 + (((digits[digit] ?? 0) >>> bit) & 1)
    }
    return count
  }
}
