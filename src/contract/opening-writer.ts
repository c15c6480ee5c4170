import type { Calendar } from '#core/selection/calendar.ts'
import { toOrdinals } from '#core/selection/selection.ts'
import { isWholeDay, toFirstDay } from '#core/time/known-day.ts'
import type { CalendarFile } from './calendar-file.ts'
import type { Opening, OpeningFile } from './opening-file.ts'

const dayMs = 86_400_000

/** Packs an opening for the wire. */
export function toOpeningFile(opening: Opening): OpeningFile {
  const { calendar, superseded, newest, longReads, topics } = opening
  const ordinals = [...toOrdinals(superseded)]
  return {
    calendar: toCalendarFile(calendar),
    superseded: ordinals.map((ordinal, at) => ordinal - (ordinals[at - 1] ?? 0)),
    newest,
    ...(longReads === undefined ? {} : { longReads: [...longReads] }),
    ...(topics === undefined ? {} : { topics: [...topics] }),
  }
}

/** Packs a calendar for the wire. Its days must be ascending and contiguous in ordinals. */
export function toCalendarFile(calendar: Calendar): CalendarFile {
  const dated = calendar.days.flatMap(({ day, ...places }) =>
    day === undefined ? [] : [{ day, ...places }],
  )
  const counts = new Map<string, number>()
  const part: Record<'years' | 'months', [number, number][]> = { years: [], months: [] }
  for (const { day, start, end } of dated) {
    const first = toFirstDay(day)
    const known = counts.get(first) ?? 0
    counts.set(first, known + end - start)
    if (!isWholeDay(day)) {
      part[day.length === 4 ? 'years' : 'months'].push([counts.size - 1, end - start])
    }
  }
  const days = [...counts.keys()]
  const numbers = days.map((day) => Date.parse(`${day}T00:00:00Z`) / dayMs)
  return {
    timeZone: calendar.timeZone,
    undated: dated[0]?.start ?? calendar.days.at(-1)?.end ?? 0,
    ...(days[0] === undefined ? {} : { firstDay: days[0] }),
    gaps: numbers.map((number, at) => number - (numbers[at - 1] ?? number)),
    counts: [...counts.values()],
    ...(part.years.length === 0 ? {} : { years: part.years }),
    ...(part.months.length === 0 ? {} : { months: part.months }),
  }
}
