import type { PostTimes } from '#core/selection/clock-calendar.ts'
import { ContractError } from '../contract-error.ts'
import type { ClockSpan } from './clock-place.ts'
import { findLowBits, readGapBits, toGapBits } from './gap-bits.ts'
import { NumberReader, NumberWriter, writeAscending } from './number-bytes.ts'

/**
 * Since this instant every zone's offset and every change of it is in whole minutes. Before it, Liberia was 44 minutes
 * and 30 seconds behind UTC.
 */
const wholeMinutesFrom = Date.UTC(1972, 0, 7, 0, 44, 30)

/** Times are cut to this many milliseconds, which is exact enough for the days of every zone. */
function toUnitMs(firstMs: number): number {
  return firstMs < wholeMinutesFrom ? 30_000 : 60_000
}

const longestGap = 2 ** 31

/**
 * Packs the times of consecutive posts: as numbers the milliseconds of a unit, the first time in units since 1970, the
 * posts with only a day, and the low bits of the gaps; then the gaps between each time and the next, see `toGapBits`.
 * `times` need not be cut to the unit; posts without a date have the time after theirs.
 */
export function toTimesBytes({ start, times, dayOnly }: PostTimes): Uint8Array {
  const unitMs = toUnitMs(times[0] ?? 0)
  const units = times.map((ms) => Math.floor(ms / unitMs))
  const gaps = new Uint32Array(Math.max(0, units.length - 1))
  for (let at = 0; at < gaps.length; at++) gaps[at] = (units[at + 1] ?? 0) - (units[at] ?? 0)
  const low = findLowBits(gaps)
  const writer = new NumberWriter()
  writer.write(unitMs)
  writer.writeSigned(units[0] ?? 0)
  writeAscending(writer, dayOnly, start)
  writer.write(low)
  const head = writer.end()
  const bits = toGapBits(gaps, low)
  const bytes = new Uint8Array(head.length + bits.length)
  bytes.set(head)
  bytes.set(bits, head.length)
  return bytes
}

/**
 * Inverse of `toTimesBytes`, with all times cut to the unit.
 * @throws ContractError when the bytes are not those of so many posts.
 */
export function parseTimesBytes(bytes: Uint8Array, { start, end }: ClockSpan): PostTimes {
  const reader = new NumberReader(bytes)
  const unitMs = reader.read()
  const first = reader.readSigned()
  const dayOnly = reader.readAscending({ start, end })
  const low = reader.read()
  if (unitMs === 0 || unitMs > 60_000 || low > 30 || Math.abs(first) > longestGap) {
    throw new ContractError('times: a number is out of range')
  }
  const times = new Float64Array(end - start)
  const gaps = new Uint32Array(Math.max(0, times.length - 1))
  readGapBits(bytes.subarray(reader.at), gaps, low)
  let unit = first
  times[0] = unit * unitMs
  for (const [at, gap] of gaps.entries()) {
    unit += gap
    times[at + 1] = unit * unitMs
  }
  if (Math.abs(unit) > longestGap) throw new ContractError('times: a time is out of range')
  return { start, times, dayOnly }
}
