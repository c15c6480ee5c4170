import { toPeriod, toPeriodFrom, toPeriodTo } from '#core/time/period.ts'
import { toDayText, toMonthText, toSpanText, toYearText } from '../date-words.ts'
import type { Words } from '../words.ts'

/** Formats a day (`YYYY-MM-DD`), a month (`YYYY-MM`) or a year (`YYYY`) in words. */
export function toPeriodText(period: string, locale: string): string {
  if (period.length === 4) return toYearText(period, locale)
  return period.length === 7 ? toMonthText(period, locale) : toDayText(period, locale)
}

/**
 * Formats a range of days in the fewest words: `2022` for a whole year, `2020 to 2022`, `March 2020 to May 2021`, `30–31
 * August 2020`, `since 5 March 2020`. `undefined` when both ends are open.
 */
export function toRangeText(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  words: Words,
  locale: string,
): string | undefined {
  if (from === undefined) {
    // Of a year or month it would not be clear whether it is included.
    return to === undefined ? undefined : words('view.until', { day: toDayText(to, locale) })
  }
  if (to === undefined)
    return words('view.since', { day: toPeriodText(toPeriodFrom(from), locale) })
  const period = toPeriod({ from, to })
  if (period !== undefined) return toPeriodText(period, locale)
  // The range is of years or months only where both of its ends are.
  const letters = Math.max(toPeriodFrom(from).length, toPeriodTo(to).length)
  return toSpanText(from.slice(0, letters), to.slice(0, letters), locale)
}
