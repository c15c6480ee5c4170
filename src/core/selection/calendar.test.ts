import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countYears,
  findCalendarDay,
  toCalendarDay,
  toDateRange,
  toTimelineDays,
  type Calendar,
  type CalendarDay,
} from './calendar.ts'
import { emptySelection, listSelection, ordinalAt, rangeSelection } from './selection.ts'

const calendar: Calendar = {
  timeZone: 'UTC',
  days: [
    { start: 0, end: 2 },
    { day: '2019-12-31', start: 2, end: 3 },
    { day: '2020-03-09', start: 3, end: 6 },
    { day: '2020-03-10', start: 6, end: 7 },
    { day: '2022-01-01', start: 7, end: 9 },
  ],
}
const all = rangeSelection(0, 9)

describe('the entry of a day', () => {
  test.each([
    ['the first day', '2019-12-31', 1],
    ['a day between others', '2020-03-09', 2],
    ['the last day', '2022-01-01', 4],
    ['the undated posts', undefined, 0],
    ['a day without posts', '2020-03-11', undefined],
    ['a day before all others', '1999-01-01', undefined],
    ['a day after all others', '2030-01-01', undefined],
  ])('is found for %s', (_name, day, at) => {
    expect(findCalendarDay(calendar, day)).toBe(at === undefined ? undefined : calendar.days[at])
  })

  test('is none for undated posts where every post has a date', () => {
    const dated = { ...calendar, days: calendar.days.slice(1) }
    expect(findCalendarDay(dated, undefined)).toBeUndefined()
    expect(findCalendarDay({ ...calendar, days: [] }, undefined)).toBeUndefined()
  })
})

describe('day headings', () => {
  test('have positions within the selection and skip empty days', () => {
    const selection = listSelection(Uint32Array.of(0, 4, 5, 8))
    expect(toTimelineDays(calendar, selection)).toEqual([
      { start: 0, end: 1 },
      { day: '2020-03-09', start: 1, end: 3 },
      { day: '2022-01-01', start: 3, end: 4 },
    ])
  })

  test('are empty for an empty selection', () => {
    expect(toTimelineDays(calendar, emptySelection)).toEqual([])
  })
})

test('counts years in order, including those without a hit', () => {
  expect(countYears(calendar, rangeSelection(0, 7))).toEqual([
    { year: '2019', count: 1 },
    { year: '2020', count: 4 },
    { year: '2022', count: 0 },
  ])
})

describe('a date range', () => {
  test.each([
    ['2020-03-09', '2020-03-10', 3, 7],
    ['2020-03-10', undefined, 6, 9],
    [undefined, '2019-12-31', 2, 3],
    [undefined, undefined, 2, 9],
    ['2020-03-11', '2021-12-31', 0, 0],
    ['2020-03-10', '2020-03-09', 0, 0],
  ])('from %s to %s covers the ordinals %i to %i', (from, to, start, end) => {
    expect(toDateRange(calendar, { from, to })).toEqual({ start, end })
  })
})

describe('posts of which only the year or month is known', () => {
  const coarse: Calendar = {
    timeZone: 'UTC',
    days: [
      { day: '2018-12-31', start: 0, end: 1 },
      { day: '2019', start: 1, end: 3 },
      { day: '2019-01', start: 3, end: 4 },
      { day: '2019-01-01', start: 4, end: 5 },
      { day: '2019-01-02', start: 5, end: 6 },
      { day: '2019-03', start: 6, end: 7 },
    ],
  }

  test.each([
    ['their year', '2019-01-01', '2019-12-31', 1, 7],
    ['their month, without those of the year', '2019-01-01', '2019-01-31', 3, 6],
    ['another month', '2019-03-01', '2019-03-31', 6, 7],
    ['their first day, without them', '2019-01-01', '2019-01-01', 4, 5],
    ['the first days of the year, without them', '2019-01-01', '2019-01-02', 4, 6],
    ['half of the year, without them', '2019-01-01', '2019-06-30', 3, 7],
    ['days that begin before', '2018-06-01', '2019-01-01', 0, 5],
    ['all days from the first on', '2019-01-01', undefined, 1, 7],
    ['all days until the last', undefined, '2019-12-31', 0, 7],
  ])('are in a range as it names them: %s', (_, from, to, start, end) => {
    expect(toDateRange(coarse, { from, to })).toEqual({ start, end })
  })

  test('are found with the day that their ids begin with', () => {
    expect(findCalendarDay(coarse, '2019-01-01')).toEqual({ day: '2019-01-01', start: 1, end: 5 })
    expect(findCalendarDay(coarse, '2019-03-01')).toBe(coarse.days[5])
    expect(findCalendarDay(coarse, '2019-01-03')).toBeUndefined()
  })

  test('count in their year', () => {
    expect(countYears(coarse, rangeSelection(1, 7))).toEqual([
      { year: '2018', count: 0 },
      { year: '2019', count: 6 },
    ])
  })
})

test('finds the day of an ordinal', () => {
  expect([0, 2, 5, 6, 8, 9].map((ordinal) => toCalendarDay(calendar, ordinal)?.day)).toEqual([
    undefined,
    '2019-12-31',
    '2020-03-09',
    '2020-03-10',
    '2022-01-01',
    undefined,
  ])
  expect(toCalendarDay(calendar, 1)).toEqual({ start: 0, end: 2 })
  expect(toCalendarDay(calendar, 9)).toBeUndefined()
  expect(toTimelineDays(calendar, all)).toHaveLength(5)
})

const counts = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 30 })

function toCalendar(undated: number, sizes: readonly number[]): Calendar {
  const days: CalendarDay[] = undated > 0 ? [{ start: 0, end: undated }] : []
  let start = undated
  for (const [at, size] of sizes.entries()) {
    const day = new Date(Date.UTC(2019, 11, 20 + at * 2)).toISOString().slice(0, 10)
    days.push({ day, start, end: start + size })
    start += size
  }
  return { timeZone: 'UTC', days }
}

test('headings put each member of a selection under its own day', () => {
  const picks = fc.uniqueArray(fc.nat(120), { maxLength: 40 })
  fc.assert(
    fc.property(fc.nat(3), counts, picks, (undated, sizes, picked) => {
      const made = toCalendar(undated, sizes)
      const rows = made.days.at(-1)?.end ?? 0
      const members = picked.filter((ordinal) => ordinal < rows).toSorted((a, b) => a - b)
      const selection = listSelection(Uint32Array.from(members))
      const headings = toTimelineDays(made, selection)
      const placed = headings.flatMap(({ day, start, end }) =>
        Array.from({ length: end - start }, (_, at) => [ordinalAt(selection, start + at), day]),
      )
      expect(placed).toEqual(members.map((ordinal) => [ordinal, toCalendarDay(made, ordinal)?.day]))
      const yearTotal = countYears(made, selection).reduce((sum, { count }) => sum + count, 0)
      expect(yearTotal).toBe(members.filter((ordinal) => ordinal >= undated).length)
    }),
  )
})
