import type { BitReader } from './bit-reader.ts'
import { countCodeBits, type BitWriter } from './bit-writer.ts'
import { SearchFormatError } from './search-format-error.ts'
import { countSharedUnits, maxTermUnits } from './term-coding.ts'

const zeroBits = 4
const mostZeros = 15
// Orders of the codes of a unit that follows another in order, and of one that follows nothing.
const nextOrder = 1
const freshOrder = 4

/**
 * A short text above one term and not above the next, for the root to tell by in which block a term would be: what both share, and one
 * unit, the roundest of those between, because its zeros are not written.
 */
export function toSeparator(before: string, next: string): string {
  const shared = countSharedUnits(before, next)
  const low = shared < before.length ? before.charCodeAt(shared) + 1 : 0
  const high = next.charCodeAt(shared)
  let zeros = mostZeros
  while ((high >>> zeros) << zeros < low) zeros--
  return next.slice(0, shared) + String.fromCharCode((high >>> zeros) << zeros)
}

/** Where bits go. */
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
 * Writes a separator after the one before it: how many units they share (1 is the commonest: it is written as 0, and 0 as 1), how
 * many follow, less one, and these: how many zeros end the unit (4 bits), and what stands before them, of the first that
 * follows as the distance from the lowest it could be.
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

/** Bits that `writeSeparator` takes. */
export function countSeparatorBits(separator: string, before: string): number {
  const counter = new BitCounter()
  writeSeparator(counter, separator, before)
  return counter.count
}

/** Reads what `writeSeparator` wrote, which is above `before`. @throws SearchFormatError when it cannot have been. */
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

/** The lowest number that may stand before the zeros of a unit: the first that differs is above the one in its place. */
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
  return new SearchFormatError('search root: no separator')
}
