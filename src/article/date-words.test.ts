import { describe, expect, test } from 'vitest'
import { toDayText, toMonthText, toTimeOfDay, toWeekday } from './date-words.ts'

test.each([
  ['2020-08-30T21:56:11Z', 'UTC', '21:56'],
  ['2020-08-30T21:56:11Z', 'Asia/Shanghai', '05:56'],
  ['2020-08-30T00:00:00Z', 'UTC', '00:00'],
])('%s in %s is %s', (instant, zone, text) => {
  expect(toTimeOfDay(instant, zone)).toBe(text)
})

describe('dates in the language of the interface', () => {
  test.each([
    ['en-GB', '30 August 2020', 'Sunday', 'August 2020'],
    ['zh-Hans', '2020年8月30日', '星期日', '2020年8月'],
    ['zh-Hant', '2020年8月30日', '星期日', '2020年8月'],
  ])('%s', (locale, day, weekday, month) => {
    expect(toDayText('2020-08-30', locale)).toBe(day)
    expect(toWeekday('2020-08-30', locale)).toBe(weekday)
    expect(toMonthText('2020-08', locale)).toBe(month)
  })
})
