import { expect, test } from 'vitest'
import { findAroundPeriod } from './find-around-period.ts'

const days = [
  { start: 0, end: 1 },
  { day: '2011-02-03', start: 1, end: 2 },
  { day: '2020-01-31', start: 2, end: 3 },
  { day: '2020-02-01', start: 3, end: 4 },
  { day: '2020-02-29', start: 4, end: 5 },
]

test.each([
  ['a day', '2020-02-01', '2020-01-31', '2020-02-29'],
  ['a day without posts', '2020-02-10', '2020-02-01', '2020-02-29'],
  ['a month', '2020-01', '2011-02', '2020-02'],
  ['the last month', '2020-02', '2020-01', undefined],
  ['a year', '2020', '2011', undefined],
  ['the first year', '2011', undefined, '2020'],
])('%s stands between the nearest ones with posts', (_, period, earlier, later) => {
  expect(findAroundPeriod(days, period)).toEqual({ earlier, later })
})

const coarse = [
  { day: '2018', start: 0, end: 1 },
  { day: '2019', start: 1, end: 2 },
  { day: '2019-01', start: 2, end: 3 },
  { day: '2019-01-01', start: 3, end: 4 },
  { day: '2020', start: 4, end: 5 },
]

test.each([
  ['a year among years', '2019', '2018', '2020'],
  ['a month among years', '2019-01', undefined, undefined],
  ['a day among years', '2019-01-01', undefined, undefined],
  ['a later month', '2019-03', '2019-01', undefined],
])('of a year alone no month or day is offered: %s', (_, period, earlier, later) => {
  expect(findAroundPeriod(coarse, period)).toEqual({ earlier, later })
})
