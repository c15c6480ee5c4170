import { toOrdinalSelection, toPlaceSelection, type Places } from './places.ts'
import { rangeSelection, rankOf, type Selection } from './selection.ts'

/**
 * One day of a clock and the places of the posts that fall on it. Undated posts come before the first day. Places are
 * ordinals, unless the calendar has `places`.
 */
export interface CalendarDay {
  /** `YYYY-MM-DD` on the calendar's clock; absent for the undated posts. */
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

/** A day heading of the timeline: the day and the positions of its posts within a selection (0 = oldest). */
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
 * leaves that end open. Undated posts belong to no range.
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
  const inside = calendar.days.filter(
    ({ day }) =>
      day !== undefined && (from === undefined || day >= from) && (to === undefined || day <= to),
  )
  return { start: inside[0]?.start ?? 0, end: inside.at(-1)?.end ?? 0 }
}

/** The entry of a day (`YYYY-MM-DD`), or of the undated posts; `undefined` when no post falls on it. */
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
    if ((days[middle]?.day ?? '') < day) low = middle + 1
    else high = middle
  }
  return days[low]?.day === day ? days[low] : undefined
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
