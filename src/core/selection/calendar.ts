import { isWholeDay, toFirstDay } from '../time/known-day.ts'
import { toPeriodDays, type DayRange } from '../time/period.ts'
import { toOrdinalSelection, toPlaceSelection, type Places } from './places.ts'
import { rangeSelection, rankOf, type Selection } from './selection.ts'

/**
 * One day of a clock and the places of the posts that fall on it. Undated posts come before the first day. Places are
 * ordinals, unless the calendar has `places`.
 */
export interface CalendarDay {
  /**
   * `YYYY-MM-DD` on the calendar's clock. Of posts of which no more is known it is their month (`YYYY-MM`) or year
   * (`YYYY`), which come before its first day. Absent for the undated posts.
   */
  day?: string
  /** First place of the day. */
  start: number
  /** Place after the last one of the day. */
  end: number
}

/** Days that have posts, oldest first, without gaps between an `end` and the next `start`. */
export interface Calendar {
  /** Name of the clock: an IANA zone, or `source`. */
  timeZone: string
  days: CalendarDay[]
  /** The order of the posts by these days; absent where it is that of the ordinals, as on the archive's own clock. */
  places?: Places
}

/** A day heading of the timeline: the day, month or year as in a calendar, and the positions of its posts within a selection (0 = oldest). */
export interface TimelineDay {
  day?: string
  /** First position within the selection. */
  start: number
  /** Position after the last one. */
  end: number
}

/** Memoized days per selection. */
const knownDays = new WeakMap<Selection, { calendar: Calendar; days: readonly TimelineDay[] }>()

/**
 * Returns the non-empty days of a selection, oldest first. Needs only the calendar, no rows. Memoized, because every
 * page that shows the selection calls it: the list is the same object as long as both arguments are.
 */
export function toTimelineDays(calendar: Calendar, selection: Selection): readonly TimelineDay[] {
  const known = knownDays.get(selection)
  if (known?.calendar === calendar) return known.days
  const days = findDays(calendar, selection)
  knownDays.set(selection, { calendar, days })
  return days
}

function findDays(calendar: Calendar, selection: Selection): TimelineDay[] {
  const days: TimelineDay[] = []
  const places = toPlaceSelection(calendar.places, selection)
  let start = 0
  for (const { day, end: endPlace } of calendar.days) {
    const end = rankOf(places, endPlace)
    if (end > start) days.push(day === undefined ? { start, end } : { day, start, end })
    start = end
  }
  return days
}

/**
 * Counts the posts of a selection in each year (`YYYY`) of the calendar, oldest first. Includes years with a count of
 * 0.
 */
export function countYears(
  calendar: Calendar,
  selection: Selection,
): { year: string; count: number }[] {
  const places = toPlaceSelection(calendar.places, selection)
  const years: { year: string; count: number }[] = []
  let year: string | undefined
  let first = 0
  // Days are contiguous, so only the first and the last place of a year need a look-up.
  const close = (end: number): void => {
    if (year !== undefined) {
      years.push({ year, count: rankOf(places, end) - rankOf(places, first) })
    }
  }
  for (const { day, start } of calendar.days) {
    if (day === undefined || (year !== undefined && day.startsWith(year))) continue
    close(start)
    year = day.slice(0, 4)
    first = start
  }
  close(calendar.days.at(-1)?.end ?? 0)
  return years
}

/**
 * Selects the posts of the days `from` to `to`, inclusive, each `YYYY-MM-DD` on the calendar's clock. An absent bound
 * leaves that end open. Undated posts belong to no range. Those of which only the month or year is known belong to the
 * ranges that its first day lies in, unless the range is only a part of it.
 */
export function selectDays(
  calendar: Calendar,
  range: { from?: string | undefined; to?: string | undefined },
): Selection {
  const { start, end } = toDateRange(calendar, range)
  return toOrdinalSelection(calendar.places, rangeSelection(start, end))
}

/** The places of the posts that `selectDays` selects. */
export function toDateRange(
  calendar: Calendar,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): { start: number; end: number } {
  const inside = calendar.days.filter(({ day }) => {
    if (day === undefined) return false
    const first = toFirstDay(day)
    if ((from !== undefined && first < from) || (to !== undefined && first > to)) return false
    return isWholeDay(day) || from === undefined || to === undefined || !isPartOf({ from, to }, day)
  })
  return { start: inside[0]?.start ?? 0, end: inside.at(-1)?.end ?? 0 }
}

/** Whether a range of days is less than a month or year. */
function isPartOf({ from, to }: DayRange, period: string): boolean {
  const days = toPeriodDays(period)
  return days !== undefined && from >= days.from && to < days.to
}

/**
 * The entry of a day (`YYYY-MM-DD`), together with those of the month and year that begin with it, or of the undated
 * posts; `undefined` when there is none.
 */
export function findCalendarDay(
  { days }: Calendar,
  day: string | undefined,
): CalendarDay | undefined {
  if (day === undefined) return days[0]?.day === undefined ? days[0] : undefined
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >>> 1
    // The undated posts come first.
    if (toFirst(days[middle]) < day) low = middle + 1
    else high = middle
  }
  const first = days[low]
  if (first === undefined || toFirst(first) !== day) return undefined
  let last = first
  for (
    let entry = days[++low];
    entry !== undefined && toFirst(entry) === day;
    entry = days[++low]
  ) {
    last = entry
  }
  return last === first ? first : { day, start: first.start, end: last.end }
}

function toFirst(entry: CalendarDay | undefined): string {
  return entry?.day === undefined ? '' : toFirstDay(entry.day)
}

/** The day an ordinal belongs to; `undefined` outside the archive. */
export function toCalendarDay(calendar: Calendar, ordinal: number): CalendarDay | undefined {
  const place = calendar.places?.ofOrdinal[ordinal] ?? ordinal
  let low = 0
  let high = calendar.days.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((calendar.days[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return calendar.days[low]
}
