import type { Calendar } from '#core/selection/calendar.ts'
import { makeUtcDays, toKnownZoneDay, type RowDates } from '#builder/archive/order/zone-time.ts'

/** Days in the archive's time zone, each with the ordinals of its posts; `posts` are in ordinal order. */
export function buildCalendar(
  posts: Iterable<{ cached: { publishedMs?: number | undefined; row: RowDates } }>,
  timeZone: string,
): Calendar {
  const days: Calendar['days'] = []
  const toUtcDay = makeUtcDays()
  let ordinal = 0
  for (const { cached } of posts) {
    const { publishedMs, row } = cached
    const isUtc = publishedMs !== undefined && timeZone === 'UTC'
    const day = isUtc ? toUtcDay(publishedMs) : toKnownZoneDay(row, timeZone)
    const last = days.at(-1)
    ordinal++
    if (last !== undefined && last.day === day) last.end = ordinal
    else days.push({ ...(day === undefined ? {} : { day }), start: ordinal - 1, end: ordinal })
  }
  return { timeZone, days }
}
