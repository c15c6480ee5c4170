import { toPeriod, toPeriodFrom, toPeriodTo } from '#core/time/period.ts'
import { toDayText, toMonthText, toYearText } from '../date-words.ts'
import type { Words } from '../words.ts'

/** Formats a day (`YYYY-MM-DD`), a month (`YYYY-MM`) or a year (`YYYY`) in words. */
export function toPeriodText(period: string, locale: string): string {
  if (period.length === 4) return toYearText(period, locale)
  return period.length === 7 ? toMonthText(period, locale) : toDayText(period, locale)
}

/**
 * Formats a range of days in the fewest words: `2022` for a whole year, `March 2020 to May 2021`, `since 5 March 2020`.
 * `undefined` when both ends are open.
 */
export function toRangeText(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  words: Words,
  locale: string,
): string | undefined {
  if (from === undefined && to === undefined) return undefined
  if (from === undefined) {
    return words('view.until', { day: toPeriodText(toPeriodTo(to ?? ''), locale) })
  }
  const first = toPeriodText(toPeriodFrom(from), locale)
  if (to === undefined) return words('view.since', { day: first })
  const period = toPeriod({ from, to })
  if (period !== undefined) return toPeriodText(period, locale)
  return words('view.span', { first, last: toPeriodText(toPeriodTo(to), locale) })
}
