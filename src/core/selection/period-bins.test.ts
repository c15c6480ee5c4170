import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { toDayOfNumber } from '../time/day.ts'
import type { TimelineDay } from './calendar.ts'
import { listFittingUnits, mostBins, toFittingUnit, toPeriodBins } from './period-bins.ts'

/** The days of a list with so many posts each. */
function toDays(counts: readonly (readonly [day: string | undefined, count: number])[]) {
  let end = 0
  return counts.map(([day, count]): TimelineDay => {
    const start = end
    end += count
    return { ...(day === undefined ? {} : { day }), start, end }
  })
}

const list = toDays([
  [undefined, 2],
  ['2019', 1],
  ['2019-11', 4],
  ['2019-11-30', 3],
  ['2020-02-01', 5],
])

const cases: [unit: 'year' | 'month' | 'day', bins: Record<string, number>, outside: number][] = [
  ['year', { 2019: 8, 2020: 5 }, 2],
  ['month', { '2019-11': 7, '2019-12': 0, '2020-01': 0, '2020-02': 5 }, 3],
]

test.each(cases)('counts posts by %s', (unit, bins, outside) => {
  const found = toPeriodBins(list, unit)
  expect(Object.fromEntries(found.bins.map(({ period, count }) => [period, count]))).toEqual(bins)
  expect(found.outside).toBe(outside)
})

test('counts by day, with every day between', () => {
  const { bins, outside } = toPeriodBins(list, 'day')
  expect(bins).toHaveLength(64)
  expect(bins.at(1)).toEqual({ period: '2019-12-01', count: 0 })
  expect(outside).toBe(7)
})

test('leaves empty periods out where one post is far away', () => {
  const { bins } = toPeriodBins(
    toDays([
      ['0001-01-01', 1],
      ['2021-05-01', 1],
    ]),
    'year',
  )
  expect(bins.map(({ period }) => period)).toEqual(['0001', '2021'])
})

const units: [string, string, string, string[]][] = [
  ['2021-03-01', '2021-03-01', 'day', ['year', 'month', 'day']],
  ['2021-03-01', '2021-04-20', 'day', ['year', 'month', 'day']],
  ['2019-03-01', '2021-04-20', 'month', ['year', 'month']],
  ['2001-03-01', '2021-04-20', 'year', ['year', 'month']],
  ['1921-03-01', '2021-04-20', 'year', ['year']],
]

test.each(units)('a list from %s to %s is shown by %s', (first, last, unit, all) => {
  const days = toDays([
    [first, 1],
    [last, 1],
  ])
  expect(toFittingUnit(days)).toBe(unit)
  expect(listFittingUnits(days)).toEqual(all)
})

test('an empty list has no bars', () => {
  expect(toPeriodBins([], 'day')).toEqual({ unit: 'day', bins: [], outside: 0 })
  expect(toFittingUnit([])).toBe('day')
})

test('every post is in one bar or outside, and bars are in order without gaps', () => {
  const someDays = fc
    .uniqueArray(fc.integer({ min: -30_000, max: 30_000 }), { maxLength: 40 })
    .map((numbers) =>
      toDays(numbers.toSorted((a, b) => a - b).map((number) => [toDayOfNumber(number), 1])),
    )
  fc.assert(
    fc.property(someDays, fc.constantFrom('year', 'month', 'day'), (days, unit) => {
      const { bins, outside } = toPeriodBins(days, unit)
      const sum = bins.reduce((all, { count }) => all + count, outside)
      expect(sum).toBe(days.length)
      const periods = bins.map(({ period }) => period)
      expect(periods).toEqual(periods.toSorted())
      expect(new Set(periods).size).toBe(periods.length)
      const ends = [bins[0], bins.at(-1)].filter((bin) => bin !== undefined)
      expect(ends.filter(({ count }) => count === 0)).toEqual([])
      const gaps = bins.filter(({ count }) => count === 0)
      expect(gaps.length === 0 || bins.length <= mostBins).toBe(true)
    }),
  )
})
