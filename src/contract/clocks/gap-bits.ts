import { ContractError } from '../contract-error.ts'

/** Ones after which a gap follows as a plain number, so that one long gap costs no more than a few bytes. */
const mostOnes = 24
const plainBits = 32

/**
 * Writes gaps in Golomb-Rice code: a gap's upper bits as so many ones and a zero, then its lowest `low` bits, the
 * highest bit of each byte first.
 */
export function toGapBits(gaps: ArrayLike<number>, low: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(countBits(gaps, low) / 8))
  let bit = 0
  const write = (value: number, bits: number): void => {
    for (let at = bits - 1; at >= 0; at--, bit++) {
      const isOne = Math.floor(value / 2 ** at) % 2 === 1
      if (isOne) bytes[bit >>> 3] = (bytes[bit >>> 3] ?? 0) | (128 >>> (bit & 7))
    }
  }
  for (let at = 0; at < gaps.length; at++) {
    const gap = gaps[at] ?? 0
    const ones = gap >>> low
    if (ones >= mostOnes) {
      write(2 ** mostOnes - 1, mostOnes)
      write(gap, plainBits)
    } else {
      write(2 ** ones - 1, ones)
      write(0, 1)
      write(gap & (2 ** low - 1), low)
    }
  }
  return bytes
}

/** The number of low bits that writes these gaps shortest. */
export function findLowBits(gaps: ArrayLike<number>): number {
  let best = 0
  let least = Infinity
  for (let low = 0; low < plainBits - 1; low++) {
    const bits = countBits(gaps, low)
    if (bits < least) {
      least = bits
      best = low
    }
  }
  return best
}

function countBits(gaps: ArrayLike<number>, low: number): number {
  let bits = 0
  for (let at = 0; at < gaps.length; at++) {
    const ones = (gaps[at] ?? 0) >>> low
    bits += ones >= mostOnes ? mostOnes + plainBits : ones + 1 + low
  }
  return bits
}

/**
 * Reads so many gaps.
 * @throws ContractError when the bytes end before the last gap, or go on after it.
 */
export function readGapBits(bytes: Uint8Array, gaps: Uint32Array, low: number): void {
  let bit = 0
  const readBit = (): number => {
    const value = ((bytes[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1
    bit++
    return value
  }
  const read = (bits: number): number => {
    let value = 0
    for (let at = 0; at < bits; at++) value = value * 2 + readBit()
    return value
  }
  for (let at = 0; at < gaps.length; at++) {
    let ones = 0
    while (ones < mostOnes && readBit() === 1) ones++
    gaps[at] = ones === mostOnes ? read(plainBits) : ones * 2 ** low + read(low)
    if (bit > bytes.length * 8) break
  }
  if (Math.ceil(bit / 8) !== bytes.length) throw new ContractError('clock: cut off or too long')
}
