import { isDense } from '#search/fold/character-class.ts'

/**
 * Hashes of the units of a folded text, in order: words, and single characters in scripts without word boundaries.
 * Returns one entry a unit.
 */
export function hashUnits(folded: string): Int32Array {
  const hashes = new Int32Array(folded.length)
  let units = 0
  let word = 0
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at)
    const isUnit = isDense(code)
    if (word !== 0 && (isUnit || code === space)) {
      hashes[units++] = mixBits(word)
      word = 0
    }
    if (isUnit) hashes[units++] = mixBits(code)
    else if (code !== space) word = Math.imul(word ^ code, wordPrime) || 1
  }
  if (word !== 0) hashes[units++] = mixBits(word)
  return hashes.subarray(0, units)
}

const space = 0x20
const wordPrime = 0x01000193

/** The finalizer of MurmurHash3: a difference in any bit spreads over all of them. */
export function mixBits(bits: number): number {
  let mixed = bits
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** Extends the hash of consecutive units by the next one; order matters. */
export function joinUnits(before: number, unit: number): number {
  return mixBits(Math.imul(before, 0x9e3779b1) + unit)
}
