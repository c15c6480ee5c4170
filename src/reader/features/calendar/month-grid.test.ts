import { expect, test } from 'vitest'
import type { HeatYear } from './heat-map.ts'
import { buildMonthGrid, toGridDay, toGridSquare } from './month-grid.ts'

function makeYear(year: string, cells: HeatYear['cells'] = []): HeatYear {
  return { year, count: 1, months: [], withoutDay: 0, cells }
}

test.each([
  ['2020-02', 5, 29, 4],
  ['2021-02', 0, 28, 3],
  ['2020-08', 5, 31, 5],
  ['2020-11', 6, 30, 5],
])('%s begins in column %i and has %i days in rows 0 to %i', (month, offset, days, lastRow) => {
  const grid = buildMonthGrid(makeYear(month.slice(0, 4)), Number(month.slice(5)))
  expect(grid.offset).toBe(offset)
  expect(grid.days).toHaveLength(days)
  expect(grid.days.at(-1)?.y).toBe(lastRow)
})

test('every day is found by its square, and squares outside the month have none', () => {
  const grid = buildMonthGrid(makeYear('2020'), 8)
  for (let date = 1; date <= 31; date++) {
    const day = `2020-08-${String(date).padStart(2, '0')}`
    expect(toGridDay(grid, toGridSquare(grid, day))).toBe(day)
  }
  expect(toGridDay(grid, { x: 0, y: 0 })).toBeUndefined()
  expect(toGridDay(grid, { x: 1, y: 5 })).toBeUndefined()
})

test('days with posts have their shade', () => {
  const cell = { day: '2020-08-30', count: 3, week: 34, weekday: 6, shade: 4 }
  const other = { ...cell, day: '2020-07-30' }
  expect(buildMonthGrid(makeYear('2020', [other, cell]), 8).shaded).toEqual([
    { x: 6, y: 4, shade: 4 },
  ])
})
