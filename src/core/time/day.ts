const dayMs = 86_400_000

/** The numbers of a calendar day; months count from 1. */
export interface DayParts {
  year: number
  month: number
  day: number
}

/** First and last year that four digits can write; the calendar is the Gregorian one throughout, as in ISO 8601. */
export const firstYear = 1
export const lastYear = 9999

/**
 * Formats a day as `YYYY-MM-DD`; `undefined` when there is no such day or its year is outside 1 to 9999. Nothing rolls
 * over: 31 February is not a day.
 */
export function toDay({ year, month, day }: DayParts): string | undefined {
  const isInRange = year >= firstYear && year <= lastYear && month >= 1 && month <= 12 && day >= 1
  if (!isInRange || day > 31) return undefined
  const date = new Date(toUtcMs(year, month, day))
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : undefined
}

/** Milliseconds since 1970 of a midnight UTC, months from 1. `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
export function toUtcMs(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day)
}

/** Milliseconds since 1970 at a day's midnight UTC. The day must come from `toDay`. */
export function toDayStartMs(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

/** Day of the week, 0 = Sunday. The day must come from `toDay`. */
export function toWeekday(day: string): number {
  return new Date(toDayStartMs(day)).getUTCDay()
}

/** Returns the day with this number in its year (1 = 1 January); `undefined` when the year has no such day. */
export function toDayOfYear(year: number, dayOfYear: number): string | undefined {
  const start = toDay({ year, month: 1, day: 1 })
  if (start === undefined || dayOfYear < 1) return undefined
  const day = new Date(toDayStartMs(start) + (dayOfYear - 1) * dayMs).toISOString().slice(0, 10)
  return day.startsWith(start.slice(0, 4)) ? day : undefined
}

/**
 * Returns a day of a week of ISO 8601, 1 = Monday; `undefined` when the year has no such week. The first week is the one
 * with 4 January.
 */
export function toDayOfWeek(year: number, week: number, weekday: number): string | undefined {
  const fourth = toDay({ year, month: 1, day: 4 })
  if (fourth === undefined || week < 1 || weekday < 1 || weekday > 7) return undefined
  const monday = toDayNumber(fourth) - ((toWeekday(fourth) + 6) % 7) + (week - 1) * 7
  const isOfYear = toDayOfNumber(monday + 3).startsWith(fourth.slice(0, 4))
  const day = isOfYear ? new Date((monday + weekday - 1) * dayMs).toISOString().slice(0, 10) : ''
  return /^\d{4}-/.test(day) && !day.startsWith('0000') ? day : undefined
}

/** Number of a day in its year, 1 = 1 January. */
export function countDayOfYear(day: string): number {
  return (toDayStartMs(day) - toDayStartMs(`${day.slice(0, 4)}-01-01`)) / dayMs + 1
}

/** Days since 1970 of a day. The day must come from `toDay`. */
export function toDayNumber(day: string): number {
  return toDayStartMs(day) / dayMs
}

/** The day (`YYYY-MM-DD`) that is so many days after 1 January 1970. */
export function toDayOfNumber(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10)
}
