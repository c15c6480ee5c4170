// Loaded with the first clock other than the archive's.
import { parseSourceDaysBytes } from '#contract/clocks/source-days-file.ts'
import { parseTimesBytes } from '#contract/clocks/times-file.ts'
import type { Calendar } from '#core/selection/calendar.ts'
import { toSourceCalendar, toZoneCalendar, type PostTimes } from '#core/selection/clock-calendar.ts'
import { sourceClock } from '#core/time/clock.ts'
import type { ClockSpan } from '#contract/clocks/clock-place.ts'
import { listDayChanges } from '#core/time/zone-days.ts'

/** The bytes of a part, and the posts it is about. */
export interface ClockPart extends ClockSpan {
  bytes: Uint8Array
}

/**
 * The calendar on the clocks of a zone, from parts of times.
 * @throws ContractError when a part is broken.
 */
export function buildZoneCalendar(
  archive: Calendar,
  timeZone: string,
  parts: readonly ClockPart[],
): Calendar {
  const times = parts.map(({ bytes, ...span }) => parseTimesBytes(bytes, span))
  const ends = toEnds(times)
  const changes = ends === undefined ? [] : listDayChanges(timeZone, ends.first, ends.last + 1)
  return toZoneCalendar(archive, timeZone, { parts: times, changes })
}

function toEnds(parts: readonly PostTimes[]): { first: number; last: number } | undefined {
  const first = parts[0]?.times[0]
  const last = parts.at(-1)?.times.at(-1)
  return first === undefined || last === undefined ? undefined : { first, last }
}

/**
 * The calendar on the clocks of the sources.
 * @throws ContractError when a part is broken.
 */
export function buildSourceCalendar(archive: Calendar, parts: readonly ClockPart[]): Calendar {
  const days = parts.map(({ bytes, ...span }) => parseSourceDaysBytes(bytes, span))
  return toSourceCalendar(archive, sourceClock, days)
}
