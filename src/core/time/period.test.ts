import { expect, test } from 'vitest'
import { toPeriod, toPeriodDays, toPeriodFrom, toPeriodTo } from './period.ts'

test.each([
  ['a year', '2022', '2022-01-01', '2022-12-31'],
  ['a month', '2022-11', '2022-11-01', '2022-11-30'],
  ['February of a leap year', '2020-02', '2020-02-01', '2020-02-29'],
  ['a day', '2020-08-30', '2020-08-30', '2020-08-30'],
])('%s is exactly its days', (_, period, from, to) => {
  expect(toPeriodDays(period)).toEqual({ from, to })
  expect(toPeriod({ from, to })).toBe(period)
})

test.each(['', '20', '2022-13', '2022-02-30', '2022-1', '0000', '2022-11-', 'x2022'])(
  '%j is no period',
  (text) => {
    expect(toPeriodDays(text)).toBeUndefined()
  },
)

test('days that are no year, month or day have no period', () => {
  expect(toPeriod({ from: '2022-01-01', to: '2022-11-30' })).toBeUndefined()
})

test.each([
  ['2022-01-01', '2022', '2022-01-01'],
  ['2022-12-31', '2022-12-31', '2022'],
  ['2022-03-01', '2022-03', '2022-03-01'],
  ['2022-02-28', '2022-02-28', '2022-02'],
  ['2022-05-05', '2022-05-05', '2022-05-05'],
])('%s begins %s and ends %s', (day, from, to) => {
  expect([toPeriodFrom(day), toPeriodTo(day)]).toEqual([from, to])
})
