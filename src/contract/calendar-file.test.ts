import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Calendar, CalendarDay } from '#core/selection/calendar.ts'
import { ContractError } from './contract-error.ts'
import { toCalendar } from './calendar-file.ts'
import { toCalendarFile } from './opening-writer.ts'

const entry = fc.tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 900 }))

function makeCalendar(undated: number, entries: readonly [number, number][]): Calendar {
  const days: CalendarDay[] = undated > 0 ? [{ start: 0, end: undated }] : []
  let start = undated
  let time = Date.UTC(1970, 0, 1)
  for (const [gap, count] of entries) {
    time += gap * 86_400_000
    days.push({ day: new Date(time).toISOString().slice(0, 10), start, end: start + count })
    start += count
  }
  return { timeZone: 'Asia/Shanghai', days }
}

describe('the calendar file', () => {
  test('round-trips the calendar', () => {
    const entries = fc.array(entry, { maxLength: 30 })
    fc.assert(
      fc.property(fc.nat(9), entries, (undated, made) => {
        const calendar = makeCalendar(undated, made)
        expect(toCalendar(toCalendarFile(calendar))).toEqual(calendar)
      }),
    )
  })

  test('contains the first day and the gaps', () => {
    const days = [
      { start: 0, end: 2 },
      { day: '2020-02-28', start: 2, end: 5 },
      { day: '2020-03-01', start: 5, end: 6 },
    ]
    expect(toCalendarFile({ timeZone: 'UTC', days })).toEqual({
      timeZone: 'UTC',
      undated: 2,
      firstDay: '2020-02-28',
      gaps: [0, 2],
      counts: [3, 1],
    })
  })

  test('says of how many posts of a day no more than the year or month is known', () => {
    const days = [
      { day: '2018', start: 0, end: 2 },
      { day: '2018-01', start: 2, end: 3 },
      { day: '2018-01-01', start: 3, end: 7 },
      { day: '2018-02', start: 7, end: 8 },
    ]
    const file = toCalendarFile({ timeZone: 'UTC', days })
    expect(file).toEqual({
      timeZone: 'UTC',
      undated: 0,
      firstDay: '2018-01-01',
      gaps: [0, 31],
      counts: [7, 1],
      years: [[0, 2]],
      months: [
        [0, 1],
        [1, 1],
      ],
    })
    expect(toCalendar(file).days).toEqual(days)
    expect(() => toCalendar({ ...file, years: [[0, 7]] })).toThrow(ContractError)
  })
})
