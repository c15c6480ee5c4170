import { describe, expect, test } from 'vitest'
import {
  toDayText,
  toDayWords,
  toLocale,
  toMonthName,
  toMonthText,
  toWeekdayName,
  toYearText,
} from './date-words.ts'
import { interfaceLanguages } from './languages/interface-languages.ts'

describe('dates in the language of the interface', () => {
  test.each([
    ['en-GB', '30 August 2020', 'Sunday', 'August 2020', 'Sunday, 30 August 2020'],
    ['zh-Hans', '2020年8月30日', '星期日', '2020年8月', '2020年8月30日星期日'],
    ['zh-Hant', '2020年8月30日', '星期日', '2020年8月', '2020年8月30日星期日'],
  ])('%s', (locale, day, weekday, month, words) => {
    expect(toDayText('2020-08-30', locale)).toBe(day)
    expect(toWeekdayName('2020-08-30', locale)).toBe(weekday)
    expect(toMonthText('2020-08', locale)).toBe(month)
    expect(toDayWords('2020-08-30', locale)).toBe(words)
  })
})

/** Days 23 days apart: every month and every day of the week, over sixty years. */
const days = Array.from({ length: 1_000 }, (_, at) =>
  new Date(Date.UTC(1970, 0, 1 + 23 * at)).toISOString().slice(0, 10),
)

test.each(interfaceLanguages.map(toLocale))('%s names days and months as Intl does', (locale) => {
  const write = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    return (day: string) => format.format(new Date(day))
  }
  const claims: [own: (day: string) => string, oracle: (day: string) => string][] = [
    [(day) => toDayText(day, locale), write({ dateStyle: 'long' })],
    [(day) => toWeekdayName(day, locale), write({ weekday: 'long' })],
    [(day) => toMonthText(day.slice(0, 7), locale), write({ month: 'long', year: 'numeric' })],
    [(day) => toMonthName(day.slice(0, 7), locale), write({ month: 'short' })],
    [(day) => toYearText(day.slice(0, 4), locale), write({ year: 'numeric' })],
  ]
  for (const [own, oracle] of claims) expect(days.map(own)).toEqual(days.map(oracle))
})
