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
  const buckets = new Buckets(low, high)
  for (let first = 0; first < bands; first++) {
    for (let second = first + 1; second < bands; second++) {
      buckets.sort(first, second)
      buckets.visitPairs((a, b, differing) => {
        if (isFirstTime(differing, first, second)) visit(a, b)
      })
    }
  }
}

/** The bits in which two prints differ. */
interface DifferingBits {
  low: number
  high: number
}

function toByte({ low, high }: DifferingBits, band: number): number {
  return ((band < 4 ? low : high) >>> ((band % 4) * bandBits)) & 0xff
}

/** Where more than two bytes are equal, the first two of them count. */
function isFirstTime(differing: DifferingBits, first: number, second: number): boolean {
  for (let band = 0; band < second; band++) {
    if (band !== first && toByte(differing, band) === 0) return false
  }
  return true
}

/** Prints sorted by two of their bytes. They are copied in that order: a million lie too far apart to be looked up one by one. */
class Buckets {
  readonly #low: Uint32Array
  readonly #high: Uint32Array
  readonly #sorted: { low: Uint32Array; high: Uint32Array; places: Uint32Array }
  #ends = new Uint32Array(bucketCount + 1)

  constructor(low: Uint32Array, high: Uint32Array) {
    this.#low = low
    this.#high = high
    const make = () => new Uint32Array(low.length)
    this.#sorted = { low: make(), high: make(), places: make() }
  }

  sort(first: number, second: number): void {
    const [low, high, sorted] = [this.#low, this.#high, this.#sorted]
    const shifts = [first, second].map((band) => (band % 4) * bandBits)
    const [firstShift = 0, secondShift = 0] = shifts
    const [one, two] = [first < 4 ? low : high, second < 4 ? low : high]
    const toKey = (at: number): number =>
      ((((one[at] ?? 0) >>> firstShift) & 0xff) << bandBits) |
      (((two[at] ?? 0) >>> secondShift) & 0xff)
    const ends = new Uint32Array(bucketCount + 1)
    for (let at = 0; at < low.length; at++) {
      const key = toKey(at) + 1
      ends[key] = (ends[key] ?? 0) + 1
    }
    for (let key = 0; key < bucketCount; key++) {
      ends[key + 1] = (ends[key + 1] ?? 0) + (ends[key] ?? 0)
    }
    const next = ends.slice()
    for (let at = 0; at < low.length; at++) {
      const key = toKey(at)
      const place = next[key] ?? 0
      next[key] = place + 1
      sorted.places[place] = at
      sorted.low[place] = low[at] ?? 0
      sorted.high[place] = high[at] ?? 0
    }
    this.#ends = ends
  }

  /** Visits all near pairs of places with the same two bytes, buckets that are too full left out. */
  visitPairs(visit: (a: number, b: number, differing: DifferingBits) => void): void {
    const { low, high, places } = this.#sorted
    for (let key = 0; key < bucketCount; key++) {
      const [start, end] = [this.#ends[key] ?? 0, this.#ends[key + 1] ?? 0]
      if (end - start > mostInBucket) continue
      for (let b = start + 1; b < end; b++) {
        const [lowB, highB] = [low[b] ?? 0, high[b] ?? 0]
        for (let a = start; a < b; a++) {
          const [x, y] = [(low[a] ?? 0) ^ lowB, (high[a] ?? 0) ^ highB]
          if (countOnes(x) + countOnes(y) > mostDifferingBits) continue
          visit(places[a] ?? 0, places[b] ?? 0, { low: x, high: y })
        }
      }
    }
  }
}

function countOnes(bits: number): number {
  let ones = bits - ((bits >>> 1) & 0x55555555)
  ones = (ones & 0x33333333) + ((ones >>> 2) & 0x33333333)
  return Math.imul((ones + (ones >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
