import type { FingerprintColumns } from './fingerprinted-posts.ts'

/** Largest Hamming distance of a pair. No near-duplicates in the known archives are farther apart. */
export const mostDifferingBits = 8

const bands = 8
const bandBits = 8
const bandValues = 2 ** bandBits

// A hundred times what falls into a bucket by chance among 65 thousand fingerprints: so many posts fill in a form.
const mostInBucket = 256

/**
 * Visits the index pairs of fingerprints within a small Hamming distance. Fingerprints are bucketed by every two of
 * their eight bytes. Up to a distance of six, two bytes are always equal, so every such pair is found; up to eight,
 * most are. Each pair is visited once, in a deterministic order. Takes linear time, whatever the fingerprints are.
 */
export function visitNearFingerprints(
  { low, high }: Pick<FingerprintColumns, 'low' | 'high'>,
  visit: (a: number, b: number) => void,
): void {
  const { length } = low
  const given = { low, high, places: Uint32Array.from({ length }, (_, at) => at) }
  const bySecond = makePrintList(length)
  const byBoth = makePrintList(length)
  for (let first = 0; first < bands; first++) {
    for (let second = first + 1; second < bands; second++) {
      // A stable radix sort: sorted by one byte and then by the other, fingerprints are sorted by both.
      sortByBand(given, second, bySecond)
      sortByBand(bySecond, first, byBoth)
      visitBuckets(byBoth, [first, second], (a, b, differing) => {
        if (isFirstTime(differing, first, second)) visit(a, b)
      })
    }
  }
}

/** The bits in which two fingerprints differ. */
interface DifferingBits {
  low: number
  high: number
}

function toByte({ low, high }: DifferingBits, band: number): number {
  return ((band < 4 ? low : high) >>> ((band % 4) * bandBits)) & 0xff
}

/** A pair with more than two equal bytes is in several buckets; only that of the first two counts. */
function isFirstTime(differing: DifferingBits, first: number, second: number): boolean {
  for (let band = 0; band < second; band++) {
    if (band !== first && toByte(differing, band) === 0) return false
  }
  return true
}

/** Fingerprints copied into some order: looking up a million one by one would miss the processor's cache each time. */
interface PrintList {
  low: Uint32Array
  high: Uint32Array
  /** Indexes in the input. */
  places: Uint32Array
}

function makePrintList(length: number): PrintList {
  const make = () => new Uint32Array(length)
  return { low: make(), high: make(), places: make() }
}

/** Where the byte of a band lies: in which column, and how far to shift it. */
function toBand({ low, high }: PrintList, band: number): { half: Uint32Array; shift: number } {
  return { half: band < 4 ? low : high, shift: (band % 4) * bandBits }
}

function sortByBand(from: PrintList, band: number, to: PrintList): void {
  const { half, shift } = toBand(from, band)
  const { low, high, places } = from
  const next = new Uint32Array(bandValues + 1)
  for (let at = 0; at < half.length; at++) {
    const follower = (((half[at] ?? 0) >>> shift) & 0xff) + 1
    next[follower] = (next[follower] ?? 0) + 1
  }
  for (let value = 1; value < bandValues; value++) {
    next[value] = (next[value] ?? 0) + (next[value - 1] ?? 0)
  }
  for (let at = 0; at < half.length; at++) {
    const value = ((half[at] ?? 0) >>> shift) & 0xff
    const place = next[value] ?? 0
    next[value] = place + 1
    to.low[place] = low[at] ?? 0
    to.high[place] = high[at] ?? 0
    to.places[place] = places[at] ?? 0
  }
}

type VisitPair = (a: number, b: number, differing: DifferingBits) => void

/**
 * Visits the near pairs in every bucket of equal bytes, by which the fingerprints are sorted; skips buckets that are
 * too full.
 */
function visitBuckets(
  fingerprints: PrintList,
  [first, second]: readonly [number, number],
  visit: VisitPair,
): void {
  const { half: one, shift: oneShift } = toBand(fingerprints, first)
  const { half: other, shift: otherShift } = toBand(fingerprints, second)
  const toKey = (at: number): number =>
    ((((one[at] ?? 0) >>> oneShift) & 0xff) << bandBits) |
    (((other[at] ?? 0) >>> otherShift) & 0xff)
  for (let start = 0; start < one.length;) {
    const key = toKey(start)
    let end = start + 1
    while (end < one.length && toKey(end) === key) end++
    if (end - start > 1 && end - start <= mostInBucket)
      visitBucket(fingerprints, [start, end], visit)
    start = end
  }
}

function visitBucket(
  { low, high, places }: PrintList,
  [start, end]: readonly [number, number],
  visit: VisitPair,
): void {
  for (let b = start + 1; b < end; b++) {
    const lowB = low[b] ?? 0
    const highB = high[b] ?? 0
    for (let a = start; a < b; a++) {
      // Runs two hundred million times for a million fingerprints; one half is enough to reject nearly all pairs.
      const x = (low[a] ?? 0) ^ lowB
      const ones = countOnes(x)
      if (ones > mostDifferingBits) continue
      const y = (high[a] ?? 0) ^ highB
      if (ones + countOnes(y) > mostDifferingBits) continue
      visit(places[a] ?? 0, places[b] ?? 0, { low: x, high: y })
    }
  }
}

function countOnes(bits: number): number {
  let ones = bits - ((bits >>> 1) & 0x55555555)
  ones = (ones & 0x33333333) + ((ones >>> 2) & 0x33333333)
  return Math.imul((ones + (ones >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
