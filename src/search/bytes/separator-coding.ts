import type { BitReader } from './bit-reader.ts'
import { countCodeBits, type BitWriter } from './bit-writer.ts'
import { SearchFormatError } from './search-format-error.ts'
import { countSharedUnits, maxTermUnits } from './term-coding.ts'

const zeroBits = 4
const mostZeros = 15
// Code orders of the first unit after the shared ones, coded as a distance, and of all units after it, coded in full.
const nextOrder = 1
const freshOrder = 4

/**
 * Returns a short text above `before` and not above `next`, from which the root can tell in which block a term would
 * be. It consists of the units both share and one more: the one between the two with the most trailing zero bits,
 * because those are not written.
 */
export function toSeparator(before: string, next: string): string {
  const shared = countSharedUnits(before, next)
  const low = shared < before.length ? before.charCodeAt(shared) + 1 : 0
  const high = next.charCodeAt(shared)
  let zeros = mostZeros
  while ((high >>> zeros) << zeros < low) zeros--
  return next.slice(0, shared) + String.fromCharCode((high >>> zeros) << zeros)
}

type BitSink = Pick<BitWriter, 'writeBits' | 'writeCode'>

/** Counts bits instead of writing them. */
class BitCounter implements BitSink {
  count = 0

  writeBits(_value: number, bits: number): void {
    this.count += bits
  }

  writeCode(value: number, order: number): void {
    this.count += countCodeBits(value, order)
  }
}

/**
 * Writes a separator relative to the one before it: how many units they share (1 is the most common, so 1 and 0 are
 * swapped), how many units follow (minus one), and then those units. Each unit is its number of trailing zero bits (4
 * bits) and the bits before them; the first one is written as the distance from the lowest possible value.
 */
export function writeSeparator(bits: BitSink, separator: string, before: string): void {
  const shared = countSharedUnits(separator, before)
  bits.writeCode(swapCommonest(shared), 0)
  bits.writeCode(separator.length - shared - 1, 0)
  for (let at = shared; at < separator.length; at++) {
    const unit = separator.charCodeAt(at)
    const zeros = countZeros(unit)
    bits.writeBits(zeros, zeroBits)
    bits.writeCode((unit >>> zeros) - toLowest(before, at, shared, zeros), toOrder(at, shared))
  }
}

/** Number of bits that `writeSeparator` writes. */
export function countSeparatorBits(separator: string, before: string): number {
  const counter = new BitCounter()
  writeSeparator(counter, separator, before)
  return counter.count
}

/**
 * Reads what `writeSeparator` wrote. The result is always above `before`.
 * @throws SearchFormatError when the bits are not a valid separator.
 */
export function readSeparator(bits: BitReader, before: string): string {
  const shared = swapCommonest(bits.readCode(0))
  const length = shared + bits.readCode(0) + 1
  if (shared > before.length || length > maxTermUnits) throw toError()
  let separator = before.slice(0, shared)
  for (let at = shared; at < length; at++) {
    const zeros = bits.readBits(zeroBits)
    const unit =
      (bits.readCode(toOrder(at, shared)) + toLowest(before, at, shared, zeros)) * 2 ** zeros
    if (unit > 0xffff) throw toError()
    separator += String.fromCharCode(unit)
  }
  return separator
}

/**
 * The lowest possible value of the bits before a unit's trailing zeros: the first unit that differs must be above the
 * one it replaces.
 */
function toLowest(before: string, at: number, shared: number, zeros: number): number {
  return at === shared && at < before.length
    ? Math.floor(before.charCodeAt(at) / 2 ** zeros) + 1
    : 0
}

function toOrder(at: number, shared: number): number {
  return at === shared ? nextOrder : freshOrder
}

function swapCommonest(shared: number): number {
  return shared < 2 ? 1 - shared : shared
}

function countZeros(unit: number): number {
  return unit === 0 ? mostZeros : 31 - Math.clz32(unit & -unit)
}

function toError(): SearchFormatError {
  return new SearchFormatError('search root: not a separator')
}
