import type { Calendar } from '#core/calendar.ts'
import { toZoneDay, type RowDates } from '../order/zone-time.ts'

/** Days of the archive's zone with the ordinals that fall on them; `rows` stand in ordinal order. */
export function buildCalendar(rows: Iterable<RowDates>, timeZone: string): Calendar {
  const days: Calendar['days'] = []
  let ordinal = 0
  for (const row of rows) {
    const day = toZoneDay(row, timeZone)
    const last = days.at(-1)
    ordinal++
    if (last !== undefined && last.day === day) last.end = ordinal
    else days.push({ ...(day === undefined ? {} : { day }), start: ordinal - 1, end: ordinal })
  }
  return { timeZone, days }
}
