/*
 * Packs a list of numbers into text. Each number is stored as the difference from the one before (zigzag: the sign is
 * the lowest bit) in digits of five bits, lowest first; the sixth bit is set if more digits follow.
 */

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const digitBits = 5
const moreBit = 1 << digitBits

/** Packs numbers below 2^30. */
export function packSteps(numbers: readonly number[]): string {
  let before = 0
  let packed = ''
  for (const number of numbers) {
    const step = number - before
    let rest = step < 0 ? -step * 2 + 1 : step * 2
    while (rest >= moreBit) {
      packed += digits.charAt(moreBit | (rest & (moreBit - 1)))
      rest >>>= digitBits
    }
    packed += digits.charAt(rest)
    before = number
  }
  return packed
}

/** Inverse of `packSteps`. */
export function unpackSteps(packed: string): number[] {
  const numbers: number[] = []
  let before = 0
  let step = 0
  let shift = 0
  for (const sign of packed) {
    const digit = digits.indexOf(sign)
    step |= (digit & (moreBit - 1)) << shift
    shift += digitBits
    if ((digit & moreBit) !== 0) continue
    before += (step & 1) === 0 ? step >>> 1 : -(step >>> 1)
    numbers.push(before)
    step = 0
    shift = 0
  }
  return numbers
}
