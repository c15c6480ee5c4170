import { toWeekday } from '#core/time/day.ts'
import type { CalendarDate } from './languages/calendar-names.ts'
import {
  languageFacts,
  toCalendarNames,
  type InterfaceLanguage,
} from './languages/interface-languages.ts'

/** Locale of an interface language, for names from the browser. */
export function toLocale(language: InterfaceLanguage): string {
  return languageFacts[language].locale
}

/** Formats a day (`YYYY-MM-DD`) in words: `30 August 2020`. */
export function toDayText(day: string, locale: string): string {
  const [year, month, date] = toParts(day)
  return toCalendarNames(locale).writeDay(year, month, date)
}

/** Formats a day (`YYYY-MM-DD`) in words, with its weekday: `Sunday, 30 August 2020`. */
export function toDayWords(day: string, locale: string): string {
  return toCalendarNames(locale).addWeekday(toDayText(day, locale), toWeekdayName(day, locale))
}

/** Weekday of a day (`YYYY-MM-DD`): `Sunday`. */
export function toWeekdayName(day: string, locale: string): string {
  return toCalendarNames(locale).weekdays[toWeekday(day)] ?? ''
}

/** Short name of a day of the week, 0 = Sunday. */
export function toShortWeekday(weekday: number, locale: string): string {
  return toCalendarNames(locale).shortWeekdays[weekday] ?? ''
}

/** Formats a month (`YYYY-MM`) in words: `August 2020`. */
export function toMonthText(month: string, locale: string): string {
  const [year, at] = toParts(month)
  return toCalendarNames(locale).writeMonth(year, at)
}

/** Formats a year (`YYYY`) in words: `2020`. */
export function toYearText(year: string, locale: string): string {
  return toCalendarNames(locale).writeYear(toParts(year)[0])
}

/**
 * Formats the time from one year (`YYYY`), month or day to a later one of the same kind: `30–31 August 2020`, `2020 to
 * 2022`.
 */
export function toSpanText(from: string, to: string, locale: string): string {
  return toCalendarNames(locale).writeSpan(toDate(from), toDate(to))
}

/** Short name of a month (`YYYY-MM`), without the year. */
export function toMonthName(month: string, locale: string): string {
  return toCalendarNames(locale).shortMonths[toParts(month)[1] - 1] ?? ''
}

function toDate(date: string): CalendarDate {
  const [year = 0, month, day] = date.split('-').map(Number)
  return [year, month, day]
}

function toParts(date: string): [year: number, month: number, day: number] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return [year, month, day]
}
