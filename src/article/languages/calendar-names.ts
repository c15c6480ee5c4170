/**
 * Names of days and months in one language: those in CLDR, which `Intl` offers too. But when the first formatter is created, a browser
 * scans all its locales, which takes a quarter of the time to draw the first page. And another CLDR release could prerender
 * other words than the reader shows.
 */
export interface CalendarNames {
  /** Sunday first. */
  weekdays: readonly string[]
  /** Sunday first, as short as a square of a calendar. */
  shortWeekdays: readonly string[]
  /** January first, short. */
  shortMonths: readonly string[]
  /** Formats a day of the month (1 to 31) with its month (1 to 12) and year. */
  writeDay: (year: number, month: number, day: number) => string
  /** Adds the day of the week to a day that `writeDay` formatted. */
  addWeekday: (day: string, weekday: string) => string
  writeMonth: (year: number, month: number) => string
  writeYear: (year: number) => string
  /** Formats the time from one year, month or day to a later one of the same kind, in as few words as CLDR does. */
  writeSpan: (from: CalendarDate, to: CalendarDate) => string
}

/** A year, a month (1 to 12) or a day. */
export type CalendarDate = readonly [
  year: number,
  month: number | undefined,
  day: number | undefined,
]
