import type { ClockPlace } from '#contract/clocks/clock-place.ts'
import { listClockSpans } from '#contract/clocks/clock-spans.ts'
import { parseSourceDaysBytes, toSourceDaysBytes } from '#contract/clocks/source-days-file.ts'
import { parseTimesBytes, toTimesBytes } from '#contract/clocks/times-file.ts'
import { listSelection, rankOf, hasOrdinal } from '#core/selection/selection.ts'
import type { DataWriter } from '../data-writer.ts'
import type { CopySource } from './copy-source.ts'

/** Copies the times of some posts, and the days of their sources; `undefined` where the archive has none. */
export async function copyClocks(
  source: CopySource,
  ordinals: Uint32Array,
  writer: DataWriter,
): Promise<ClockPlace | undefined> {
  const { clocks, timeline } = source.manifest
  if (clocks === undefined) return undefined
  const times = new Float64Array(ordinals.length)
  const dayOnly: number[] = []
  const days: { ordinal: number; shift: number }[] = []
  const copied = listSelection(ordinals)
  for (const [at, { start, end }] of listClockSpans(timeline.rows).entries()) {
    if (rankOf(copied, start) === rankOf(copied, end)) continue
    const file = clocks.times[at]
    if (file === undefined) return undefined
    const part = parseTimesBytes(await source.data('clocks', file), { start, end })
    for (let place = rankOf(copied, start); place < rankOf(copied, end); place++) {
      times[place] = part.times[(ordinals[place] ?? start) - start] ?? 0
    }
    for (const ordinal of part.dayOnly) {
      if (hasOrdinal(copied, ordinal)) dayOnly.push(rankOf(copied, ordinal))
    }
    const shifted = clocks.sourceDays.find((place) => place.start === start)
    if (shifted === undefined) continue
    const bytes = await source.data('clocks', shifted.file)
    const { ordinals: moved, shifts } = parseSourceDaysBytes(bytes, { start, end })
    for (const [number, ordinal] of moved.entries()) {
      if (!hasOrdinal(copied, ordinal)) continue
      days.push({ ordinal: rankOf(copied, ordinal), shift: shifts[number] ?? 0 })
    }
  }
  return writeParts({ times, dayOnly, days }, writer)
}

async function writeParts(
  {
    times,
    dayOnly,
    days,
  }: {
    times: Float64Array
    dayOnly: readonly number[]
    days: readonly { ordinal: number; shift: number }[]
  },
  writer: DataWriter,
): Promise<ClockPlace> {
  const place: ClockPlace = { times: [], sourceDays: [] }
  for (const { start, end } of listClockSpans(times.length)) {
    const isHere = (ordinal: number) => ordinal >= start && ordinal < end
    const bytes = toTimesBytes({
      start,
      times: times.subarray(start, end),
      dayOnly: Uint32Array.from(dayOnly.filter(isHere)),
    })
    place.times.push(await writer.writeBytes('clocks', bytes))
    const here = days.filter(({ ordinal }) => isHere(ordinal))
    if (here.length === 0) continue
    const shifted = {
      ordinals: Uint32Array.from(here, ({ ordinal }) => ordinal),
      shifts: Int32Array.from(here, ({ shift }) => shift),
    }
    const file = await writer.writeBytes('clocks', toSourceDaysBytes(shifted, start))
    place.sourceDays.push({ start, file })
  }
  return place
}
