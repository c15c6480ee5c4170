import type { TimelineDay } from '#core/calendar.ts'
import type { TimelineSort } from '#core/timeline-filter.ts'

/**
 * Browsers cap the height of a page (33 million pixels in Chromium, half of it in Firefox), so one page holds at most this
 * many rows of a list; the rest is on the next ones.
 */
export const rowsPerStretch = 40_000

/** One month heading and how many posts of the list fall into it. */
export interface MonthHeading {
  /** `YYYY-MM`. */
  month: string
  count: number
}

/** A day heading; `month` when it is the first one of its month in the list. */
export interface DayHeading {
  /** `YYYY-MM-DD`; absent for posts without a date. */
  day?: string
  count: number
  month?: MonthHeading
}

/** What stands in the list, in the order it is shown: headings and rows. */
export interface TimelineItems {
  /**
   * One number an item, because a list may hold tens of thousands: a row is its position in the selection (oldest = 0), a
   * heading is `-1 - n`, where `n` counts in `headings`.
   */
  items: Int32Array
  headings: DayHeading[]
}

/** Which part of a list is shown; positions of the selection, oldest = 0. */
export interface Stretch {
  start: number
  end: number
}

/** The stretches of a list of `count` posts in the order they are read; an empty list has one, empty. */
export function toStretches(count: number, sort: TimelineSort): [Stretch, ...Stretch[]] {
  const toStretch = (from: number): Stretch => {
    const to = Math.min(from + rowsPerStretch, count)
    return sort === 'newest' ? { start: count - to, end: count - from } : { start: from, end: to }
  }
  const stretches: [Stretch, ...Stretch[]] = [toStretch(0)]
  for (let from = rowsPerStretch; from < count; from += rowsPerStretch) {
    stretches.push(toStretch(from))
  }
  return stretches
}

/** Lays out a stretch of a list: every day heading, under it its rows. Counts are those of the whole list. */
export function toTimelineItems(
  days: readonly TimelineDay[],
  sort: TimelineSort,
  stretch: Stretch,
): TimelineItems {
  const inside = days.filter((day) => day.start < stretch.end && day.end > stretch.start)
  const ordered = sort === 'newest' ? inside.toReversed() : inside
  const months = countMonths(days)
  const items = new Int32Array(stretch.end - stretch.start + ordered.length)
  const headings: DayHeading[] = []
  let at = 0
  let lastMonth: string | undefined
  for (const day of ordered) {
    const month = day.day?.slice(0, 7)
    items[at++] = -1 - headings.length
    headings.push(toHeading(day, month === lastMonth ? undefined : month, months))
    lastMonth = month
    const start = Math.max(day.start, stretch.start)
    const end = Math.min(day.end, stretch.end)
    for (let step = 0; step < end - start; step++) {
      items[at++] = sort === 'newest' ? end - 1 - step : start + step
    }
  }
  return { items, headings }
}

/** Index of the item that shows a position; -1 when the stretch does not hold it. */
export function findItem({ items }: TimelineItems, position: number): number {
  return items.indexOf(position)
}

/** The heading an item stands under (or is). */
export function findHeading(
  { items, headings }: TimelineItems,
  index: number,
): DayHeading | undefined {
  for (let at = Math.min(index, items.length - 1); at >= 0; at--) {
    const item = items[at] ?? 0
    if (item < 0) return headings[-1 - item]
  }
  return headings[0]
}

/** Index of the next row from an item on, in one direction; -1 at the end of the list. */
export function findRow({ items }: TimelineItems, from: number, step: 1 | -1): number {
  for (let at = from; at >= 0 && at < items.length; at += step) {
    if ((items[at] ?? -1) >= 0) return at
  }
  return -1
}

function countMonths(days: readonly TimelineDay[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { day, start, end } of days) {
    if (day === undefined) continue
    const month = day.slice(0, 7)
    counts.set(month, (counts.get(month) ?? 0) + end - start)
  }
  return counts
}

function toHeading(
  { day, start, end }: TimelineDay,
  month: string | undefined,
  months: ReadonlyMap<string, number>,
): DayHeading {
  return {
    ...(day === undefined ? {} : { day }),
    count: end - start,
    ...(month === undefined ? {} : { month: { month, count: months.get(month) ?? 0 } }),
  }
}
