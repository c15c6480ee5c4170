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
  /**
   * Of how many of the first posts of a day no more than the year is known, by the day's place in `counts`; absent when
   * there are none.
   */
  years: v.optional(v.array(v.tuple([count, count]))),
  /** The same for posts of which only the month is known. They come after those of the year. */
  months: v.optional(v.array(v.tuple([count, count]))),
})

/** A calendar on the wire. */
export type CalendarFile = v.InferOutput<typeof calendarShape>

const dayMs = 86_400_000

/**
 * Unpacks a calendar.
 * @throws ContractError when its two lists differ in length, its first day does not exist, or a day has fewer posts than
 * those of its month and year.
 */
export function toCalendar(file: CalendarFile): Calendar {
  const first = Date.parse(`${file.firstDay ?? '1970-01-01'}T00:00:00Z`)
  if (file.gaps.length !== file.counts.length || Number.isNaN(first)) {
    throw new ContractError('calendar: gaps and counts do not belong together')
  }
  const days: CalendarDay[] = file.undated > 0 ? [{ start: 0, end: file.undated }] : []
  const years = new Map(file.years)
  const months = new Map(file.months)
  let start = file.undated
  const add = (day: string, posts: number): void => {
    if (posts > 0) days.push({ day, start, end: start + posts })
    start += posts
  }
  let time = first
  for (const [at, gap] of file.gaps.entries()) {
    time += gap * dayMs
    const day = new Date(time).toISOString().slice(0, 10)
    const ofYear = years.get(at) ?? 0
    const ofMonth = months.get(at) ?? 0
    const ofDay = (file.counts[at] ?? 0) - ofYear - ofMonth
    if (ofDay < 0) throw new ContractError('calendar: a day has fewer posts than its parts')
    add(day.slice(0, 4), ofYear)
    add(day.slice(0, 7), ofMonth)
    // A day without posts stays a day, as it was read.
    if (ofDay > 0 || ofYear + ofMonth === 0) days.push({ day, start, end: start + ofDay })
    start += ofDay
  }
  return { timeZone: file.timeZone, days }
}
