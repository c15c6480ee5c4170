import { toWeekday as countWeekday } from '#core/day.ts'
import { toCalendarNames } from './calendar-names.ts'
import { toZonedDay } from './zoned-time.ts'

const locales: Readonly<Record<string, string>> = { en: 'en-GB' }

/** Locale of an interface language, for what the browser names itself. English names days before months, like the archive's headings. */
export function toLocale(language: string): string {
  return locales[language] ?? language
}

/** A day (`YYYY-MM-DD`) in words, such as `30 August 2020`. */
export function toDayText(day: string, locale: string): string {
  const [year, month, date] = toParts(day)
  return toCalendarNames(locale).writeDay(year, month, date)
}

/** A day (`YYYY-MM-DD`) in words, with its day of the week: `Sunday, 30 August 2020`. */
export function toDayWords(day: string, locale: string): string {
  return toCalendarNames(locale).addWeekday(toDayText(day, locale), toWeekday(day, locale))
}

/** The day of publication in words, in the archive's zone; `undefined` when it is unknown. */
export function toDateText(
  {
    publishedAt,
    publishedOn,
  }: { publishedAt?: string | undefined; publishedOn?: string | undefined },
  locale: string,
  timeZone: string,
): string | undefined {
  if (publishedOn !== undefined) return toDayText(publishedOn, locale)
  if (publishedAt === undefined) return undefined
  return toDayText(toZonedDay(publishedAt, timeZone), locale)
}

/** Day of the week of a day (`YYYY-MM-DD`), such as `Sunday`. */
export function toWeekday(day: string, locale: string): string {
  return toCalendarNames(locale).weekdays[countWeekday(day)] ?? ''
}

/** A month (`YYYY-MM`) in words, such as `August 2020`. */
export function toMonthText(month: string, locale: string): string {
  const [year, at] = toParts(month)
  return toCalendarNames(locale).writeMonth(year, at)
}

/** The name of a month (`YYYY-MM`) alone, short. */
export function toMonthName(month: string, locale: string): string {
  return toCalendarNames(locale).shortMonths[toParts(month)[1] - 1] ?? ''
}

function toParts(date: string): [year: number, month: number, day: number] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return [year, month, day]
}
