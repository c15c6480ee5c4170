import * as v from 'valibot'
import type { Calendar, CalendarDay } from '#core/selection/calendar.ts'
import { ContractError } from './contract-error.ts'
import { count, day } from './shapes.ts'

/** Wire shape of the calendar, part of a file; see `opening-file.ts`. */
export const calendarShape = v.object({
  /** IANA time zone of the days. */
  timeZone: v.string(),
  /** Number of posts without any date. They have the first ordinals. */
  undated: count,
  /** The first day that has posts; absent when there is none. */
  firstDay: v.optional(day),
  /** Days that have posts, delta-coded: each as the number of days since the one before (the first one: 0). */
  gaps: v.array(count),
  /** Number of posts on each of these days. */
  counts: v.array(count),
})

/** A calendar on the wire. */
export type CalendarFile = v.InferOutput<typeof calendarShape>

const dayMs = 86_400_000

/** Packs a calendar for the wire. Its days must be ascending and contiguous in ordinals. */
export function toCalendarFile(calendar: Calendar): CalendarFile {
  const dated = calendar.days.filter((entry) => entry.day !== undefined)
  const numbers = dated.map((entry) => Date.parse(`${entry.day}T00:00:00Z`) / dayMs)
  const firstDay = dated[0]?.day
  return {
    timeZone: calendar.timeZone,
    undated: dated[0]?.start ?? calendar.days.at(-1)?.end ?? 0,
    ...(firstDay === undefined ? {} : { firstDay }),
    gaps: numbers.map((number, at) => number - (numbers[at - 1] ?? number)),
    counts: dated.map((entry) => entry.end - entry.start),
  }
}

/**
 * Unpacks a calendar.
 * @throws ContractError when its two lists differ in length or its first day does not exist.
 */
export function toCalendar(file: CalendarFile): Calendar {
  const first = Date.parse(`${file.firstDay ?? '1970-01-01'}T00:00:00Z`)
  if (file.gaps.length !== file.counts.length || Number.isNaN(first)) {
    throw new ContractError('calendar: gaps and counts do not belong together')
  }
  const days: CalendarDay[] = file.undated > 0 ? [{ start: 0, end: file.undated }] : []
  let start = file.undated
  let time = first
  for (const [at, gap] of file.gaps.entries()) {
    time += gap * dayMs
    const end = start + (file.counts[at] ?? 0)
    days.push({ day: new Date(time).toISOString().slice(0, 10), start, end })
    start = end
  }
  return { timeZone: file.timeZone, days }
}
