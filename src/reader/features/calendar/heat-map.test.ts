import { expect, test } from 'vitest'
import { buildHeatMap, toCellDay, toCellPlace } from './heat-map.ts'

const days = [
  { start: 0, end: 2 },
  { day: '2019-12-31', start: 2, end: 3 },
  { day: '2020-01-01', start: 3, end: 5 },
  { day: '2020-08-30', start: 5, end: 46 },
  { day: '2020-08-31', start: 46, end: 50 },
]

test('lists the years newest first, with the number of posts of each month', () => {
  const { years, undated } = buildHeatMap(days)
  expect(years.map(({ year, count }) => [year, count])).toEqual([
    ['2020', 47],
    ['2019', 1],
  ])
  expect(years[0]?.months).toEqual([2, 0, 0, 0, 0, 0, 0, 45, 0, 0, 0, 0])
  expect(undated).toBe(2)
})

test('shades split the days into groups of equal size', () => {
  const { years, thresholds } = buildHeatMap(days)
  expect(thresholds).toEqual([1, 2, 4, 41])
  expect(years.flatMap(({ cells }) => cells.map(({ count, shade }) => [count, shade]))).toEqual([
    [2, 2],
    [41, 4],
    [4, 3],
    [1, 1],
  ])
})

test('days with equal counts have the same shade', () => {
  const { years } = buildHeatMap([
    { day: '2020-01-01', start: 0, end: 1 },
    { day: '2020-01-02', start: 1, end: 2 },
  ])
  expect(new Set(years[0]?.cells.map(({ shade }) => shade)).size).toBe(1)
})

test('an empty list has an empty heat map', () => {
  expect(buildHeatMap([])).toMatchObject({ years: [], undated: 0 })
})

test.each([
  ['2020-01-01', 0, 2],
  ['2020-01-05', 0, 6],
  ['2020-01-06', 1, 0],
  ['2020-12-31', 52, 3],
  ['2024-12-31', 52, 1],
  ['2012-12-31', 53, 0],
])('%s is in week %i, row %i, and is found by them', (day, week, weekday) => {
  expect(toCellPlace(day)).toEqual({ week, weekday })
  expect(toCellDay(day.slice(0, 4), week, weekday)).toBe(day)
})

test('cells outside the year have no day', () => {
  expect(toCellDay('2020', 0, 1)).toBeUndefined()
  expect(toCellDay('2020', 52, 4)).toBeUndefined()
})

test('posts of which only the month or year is known are in no cell', () => {
  const { years, thresholds } = buildHeatMap([
    { day: '2019', start: 0, end: 3 },
    { day: '2019-02', start: 3, end: 5 },
    { day: '2019-02-01', start: 5, end: 6 },
  ])
  expect(years).toMatchObject([{ year: '2019', count: 6, withoutDay: 5 }])
  expect(years[0]?.months).toEqual([0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  expect(years[0]?.cells.map(({ day, count }) => [day, count])).toEqual([['2019-02-01', 1]])
  expect(thresholds).toEqual([1, 1, 1, 1])
})
