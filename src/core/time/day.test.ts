import { describe, expect, test } from 'vitest'
import { countDayOfYear, toDay, toDayOfYear, toDayStartMs, toWeekday } from './day.ts'

describe('a day', () => {
  test.each([
    ['an ordinary day', 2020, 8, 30, '2020-08-30'],
    ['29 February of a leap year', 2020, 2, 29, '2020-02-29'],
    ['29 February of another year', 2021, 2, 29, undefined],
    ['31 April', 2020, 4, 31, undefined],
    ['month 13', 2020, 13, 45, undefined],
    ['month 0', 2020, 0, 1, undefined],
    ['day 0', 2020, 1, 0, undefined],
    ['a day before 1970', 1969, 12, 31, '1969-12-31'],
    ['a day of the Middle Ages', 1066, 10, 14, '1066-10-14'],
    ['29 February of the year 4', 4, 2, 29, '0004-02-29'],
    ['29 February of the year 100', 100, 2, 29, undefined],
    ['the first year', 1, 1, 1, '0001-01-01'],
    ['the year 99', 99, 12, 31, '0099-12-31'],
    ['the year before the first', 0, 12, 31, undefined],
    ['the last year', 9999, 12, 31, '9999-12-31'],
    ['the year after the last', 10_000, 1, 1, undefined],
    ['day 366', 2020, 1, 366, undefined],
    ['a year that is NaN', Number.NaN, 1, 1, undefined],
  ])('%s: %s-%s-%s is %s', (_, year, month, day, expected) => {
    expect(toDay({ year, month, day })).toBe(expected)
  })

  test('has a weekday and a start in UTC', () => {
    expect(toWeekday('2014-07-17')).toBe(4)
    expect(toDayStartMs('1970-01-02')).toBe(86_400_000)
  })

  test('converts to its number in the year and back', () => {
    expect(countDayOfYear('2020-12-31')).toBe(366)
    expect(toDayOfYear(2020, 366)).toBe('2020-12-31')
    expect(toDayOfYear(2021, 366)).toBeUndefined()
    expect(toDayOfYear(2021, 0)).toBeUndefined()
    expect(toDayOfYear(Number.NaN, 5)).toBeUndefined()
  })
})
