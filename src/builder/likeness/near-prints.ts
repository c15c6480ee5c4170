import type { TextPrint } from './text-print.ts'

/** Prints that differ in more bits are not looked at. Of nearly equal texts of the archives known, none differed in more. */
export const mostDifferingBits = 8

const bands = 8
const bandBits = 8
const bucketCount = 2 ** (2 * bandBits)

// A hundredfold of what falls into a bucket by chance among 65 thousand prints: so many are a form that is filled in, no text.
const mostInBucket = 256

/**
 * Visits pairs of prints, by their places, that differ in few bits. All pairs of up to six bits are found, for then two of the eight
 * bytes are equal (prints are looked up by each two of them), and most of up to eight. Each pair is visited once, always in the same
 * order. Takes time in proportion to the prints, whatever they are.
 */
export function visitNearPrints(
  prints: readonly TextPrint[],
  visit: (a: number, b: number) => void,
): void {
  const low = Uint32Array.from(prints, (print) => print.low)
  const high = Uint32Array.from(prints, (print) => print.high)
  const toByte = (at: number, band: number): number =>
    (((band < 4 ? low[at] : high[at]) ?? 0) >>> ((band % 4) * bandBits)) & 0xff
  const countBits = (a: number, b: number): number =>
    countOnes((low[a] ?? 0) ^ (low[b] ?? 0)) + countOnes((high[a] ?? 0) ^ (high[b] ?? 0))
  const keys = new Uint16Array(prints.length)
  // Where more than two bytes are equal, the first two of them count.
  const isFirstTime = (a: number, b: number, first: number, second: number): boolean => {
    for (let band = 0; band < second; band++) {
      if (band !== first && toByte(a, band) === toByte(b, band)) return false
    }
    return true
  }
  for (let first = 0; first < bands; first++) {
    for (let second = first + 1; second < bands; second++) {
      for (let at = 0; at < keys.length; at++) {
        keys[at] = (toByte(at, first) << bandBits) | toByte(at, second)
      }
      visitBuckets(keys, (a, b) => {
        if (countBits(a, b) <= mostDifferingBits && isFirstTime(a, b, first, second)) visit(a, b)
      })
    }
  }
}

/** Visits all pairs of places with the same key, buckets that are too full left out. */
function visitBuckets(keys: Uint16Array, visit: (a: number, b: number) => void): void {
  const ends = new Uint32Array(bucketCount + 1)
  for (const key of keys) ends[key + 1] = (ends[key + 1] ?? 0) + 1
  for (let key = 0; key < bucketCount; key++)
    ends[key + 1] = (ends[key + 1] ?? 0) + (ends[key] ?? 0)
  const next = ends.slice()
  const places = new Uint32Array(keys.length)
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] ?? 0
    const place = next[key] ?? 0
    places[place] = at
    next[key] = place + 1
  }
  for (let key = 0; key < bucketCount; key++) {
    const count = (ends[key + 1] ?? 0) - (ends[key] ?? 0)
    if (count < 2 || count > mostInBucket) continue
    visitPairs(places.subarray(ends[key], ends[key + 1]), visit)
  }
}

function visitPairs(bucket: Uint32Array, visit: (a: number, b: number) => void): void {
  for (const [at, b] of bucket.entries()) {
    for (let before = 0; before < at; before++) visit(bucket[before] ?? 0, b)
  }
}

function countOnes(bits: number): number {
  let ones = bits - ((bits >>> 1) & 0x55555555)
  ones = (ones & 0x33333333) + ((ones >>> 2) & 0x33333333)
  return Math.imul((ones + (ones >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
