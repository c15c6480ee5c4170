import type { SourceDays } from '#core/selection/clock-calendar.ts'
import { ContractError } from '../contract-error.ts'
import type { ClockSpan } from './clock-place.ts'
import { NumberReader, NumberWriter, writeAscending } from './number-bytes.ts'

/** More days than lie between the first and the last year of posts. */
const longestShift = 50_000

/** Packs the posts whose source shows another day than the archive: their ordinals, then the days to add to each. */
export function toSourceDaysBytes({ ordinals, shifts }: SourceDays, start: number): Uint8Array {
  const writer = new NumberWriter()
  writeAscending(writer, ordinals, start)
  for (const shift of shifts) writer.writeSigned(shift)
  return writer.end()
}

/**
 * Inverse of `toSourceDaysBytes`.
 * @throws ContractError when the bytes do not belong to these posts.
 */
export function parseSourceDaysBytes(bytes: Uint8Array, span: ClockSpan): SourceDays {
  const reader = new NumberReader(bytes)
  const ordinals = reader.readAscending(span)
  const shifts = Int32Array.from(ordinals, () => {
    const shift = reader.readSigned()
    if (Math.abs(shift) > longestShift) throw new ContractError('source days: a day out of range')
    return shift
  })
  if (reader.at !== bytes.length) throw new ContractError('source days: go on after the last one')
  return { ordinals, shifts }
}
