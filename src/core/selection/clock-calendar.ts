import { toDayOfNumber, toDayNumber } from '../time/day.ts'
import { isWholeDay, toFirstDay } from '../time/known-day.ts'
import type { DayChange } from '../time/zone-days.ts'
import type { Calendar, CalendarDay } from './calendar.ts'
import type { Places } from './places.ts'

/** When consecutive posts were published, to the minute. Posts without a date, which come first, have no meaning here. */
export interface PostTimes {
  /** Ordinal of the first post. */
  start: number
  /** Milliseconds since 1970, rounded down, never descending. */
  times: Float64Array
  /** Ordinals of posts of which only the day is known, ascending. They keep it on every clock. */
  dayOnly: Uint32Array
}

/** Posts whose source's own clock shows another day than the archive's. */
export interface SourceDays {
  /** Ordinals, ascending. */
  ordinals: Uint32Array
  /** Days to add to the archive's day of each. */
  shifts: Int32Array
}

/** Consecutive posts of one day, as `toDayKey` gives it. */
interface DayRun {
  day: number
  start: number
  end: number
}

/**
 * The calendar on the clocks of a zone. `changes` are the zone's day changes over the times of all `parts`; posts in
 * none of them keep the archive's day, so that a few years of a large archive need only their own parts.
 */
export function toZoneCalendar(
  archive: Calendar,
  timeZone: string,
  { parts, changes }: { parts: readonly PostTimes[]; changes: readonly DayChange[] },
): Calendar {
  const runs = new RunList()
  const own = listArchiveRuns(archive)
  const rows = own.at(-1)?.end ?? 0
  const undated = archive.days[0]?.day === undefined ? (archive.days[0]?.end ?? 0) : 0
  let at = 0
  let change = 0
  const addArchiveRuns = (start: number, end: number): void => {
    while ((own[at]?.end ?? Infinity) <= start) at++
    for (let run = own[at]; run !== undefined && run.start < end; run = own[++at]) {
      runs.add(run.day, Math.max(run.start, start), Math.min(run.end, end))
      if (run.end > end) return
    }
  }
  let next = 0
  for (const { start, times, dayOnly } of parts) {
    const first = Math.max(start, undated)
    addArchiveRuns(next, first)
    next = start + times.length
    let only = 0
    for (let ordinal = first; ordinal < next; ordinal++) {
      while (only < dayOnly.length && (dayOnly[only] ?? 0) < ordinal) only++
      if (dayOnly[only] === ordinal) addArchiveRuns(ordinal, ordinal + 1)
      else {
        const ms = times[ordinal - start] ?? 0
        while ((changes[change + 1]?.ms ?? Infinity) <= ms) change++
        runs.add(changes[change]?.day ?? -Infinity, ordinal, ordinal + 1)
      }
    }
  }
  addArchiveRuns(next, rows)
  return toCalendarOf(runs.list, timeZone)
}

/** The calendar on the clocks of the posts' sources. Posts whose source shows no clock keep the archive's day. */
export function toSourceCalendar(
  archive: Calendar,
  clock: string,
  parts: readonly SourceDays[],
): Calendar {
  const runs = new RunList()
  const shifted = parts.flatMap(({ ordinals, shifts }) =>
    Array.from(ordinals, (ordinal, at) => ({ ordinal, shift: shifts[at] ?? 0 })),
  )
  let at = 0
  for (const { day, start, end } of listArchiveRuns(archive)) {
    let next = start
    for (let post = shifted[at]; post !== undefined && post.ordinal < end; post = shifted[++at]) {
      if (post.ordinal > next) runs.add(day, next, post.ordinal)
      runs.add(day + post.shift, post.ordinal, post.ordinal + 1)
      next = post.ordinal + 1
    }
    if (end > next) runs.add(day, next, end)
  }
  return toCalendarOf(runs.list, clock)
}

function listArchiveRuns({ days }: Calendar): DayRun[] {
  return days.map(({ day, start, end }) => ({
    day: toDayKey(day),
    start,
    end,
  }))
}

/**
 * A day as days since 1970, for sorting. A year alone comes half a day before its first day, a month alone a quarter;
 * posts without a date come first.
 */
function toDayKey(day: string | undefined): number {
  if (day === undefined) return -Infinity
  const number = toDayNumber(toFirstDay(day))
  if (isWholeDay(day)) return number
  return number - (day.length === 4 ? 0.5 : 0.25)
}

function toDayOfKey(key: number): string | undefined {
  if (key === -Infinity) return undefined
  const day = toDayOfNumber(Math.ceil(key))
  const early = Math.ceil(key) - key
  if (early === 0) return day
  return day.slice(0, early === 0.5 ? 4 : 7)
}

/** Runs of posts in the order of ordinals; neighbours of the same day become one. */
class RunList {
  readonly list: DayRun[] = []
  #last: DayRun | undefined

  add(day: number, start: number, end: number): void {
    if (this.#last?.day === day) this.#last.end = end
    else {
      this.#last = { day, start, end }
      this.list.push(this.#last)
    }
  }
}

/** Orders runs by day and, within a day, by ordinal. */
function toCalendarOf(runs: DayRun[], timeZone: string): Calendar {
  const isInOrder = runs.every(({ day }, at) => at === 0 || day > (runs[at - 1]?.day ?? 0))
  const ordered = isInOrder ? runs : [...runs].sort((a, b) => a.day - b.day || a.start - b.start)
  const days: CalendarDay[] = []
  let end = 0
  let last: number | undefined
  for (const run of ordered) {
    const start = end
    end += run.end - run.start
    const known = days.at(-1)
    if (known !== undefined && last === run.day) known.end = end
    else {
      const day = toDayOfKey(run.day)
      days.push({ ...(day === undefined ? {} : { day }), start, end })
    }
    last = run.day
  }
  return isInOrder ? { timeZone, days } : { timeZone, days, places: toPlaces(ordered, end) }
}

function toPlaces(ordered: readonly DayRun[], rows: number): Places {
  const ordinals = new Uint32Array(rows)
  const ofOrdinal = new Uint32Array(rows)
  let place = 0
  for (const { start, end } of ordered) {
    for (let ordinal = start; ordinal < end; ordinal++) {
      ordinals[place] = ordinal
      ofOrdinal[ordinal] = place++
    }
  }
  return { ordinals, ofOrdinal }
}
