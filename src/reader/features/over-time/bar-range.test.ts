import { expect, test } from 'vitest'
import { toBarAt, toBarRange, toOrderedRange, toRangeDays } from './bar-range.ts'

const bins = ['2020-12', '2021-01', '2021-02'].map((period) => ({ period, count: 1 }))

const ranges: [from: string | undefined, to: string | undefined, first: number, last: number][] = [
  [undefined, undefined, 0, 2],
  ['2021-01-15', undefined, 1, 2],
  [undefined, '2020-12-31', 0, 0],
  ['2021-01-31', '2021-02-01', 1, 2],
  ['1999-01-01', '2030-01-01', 0, 2],
]

test.each(ranges)('days from %s to %s reach into bars %i to %i', (from, to, first, last) => {
  expect(toBarRange(bins, { from, to })).toEqual({ first, last })
})

test('days outside all bars reach into none', () => {
  expect(toBarRange(bins, { from: '2022-01-01' })).toBeUndefined()
  expect(toBarRange([], {})).toBeUndefined()
})

test('bars stand for whole periods', () => {
  expect(toRangeDays(bins, { first: 1, last: 2 })).toEqual({ from: '2021-01-01', to: '2021-02-28' })
  expect(toRangeDays([], { first: 0, last: 0 })).toBeUndefined()
})

test('a range may be drawn from right to left, and past the ends', () => {
  expect(toOrderedRange(4, 2)).toEqual({ first: 2, last: 4 })
  expect([-0.2, 0, 0.34, 0.99, 1, 7].map((share) => toBarAt(share, 3))).toEqual([0, 0, 1, 2, 2, 2])
})
