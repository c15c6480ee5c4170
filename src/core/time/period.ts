import { toDay, toUtcMs } from './day.ts'

/** First and last day of a stretch of time, inclusive, each `YYYY-MM-DD`. */
export interface DayRange {
  from: string
  to: string
}

/**
 * The days of a period: a day (`YYYY-MM-DD`), a month (`YYYY-MM`) or a year (`YYYY`); `undefined` when there is no such
 * period.
 */
export function toPeriodDays(period: string): DayRange | undefined {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(period) ?? []
  const toDayIn = (monthAt: number, dayAt: number) =>
    toDay({ year: Number(year), month: monthAt, day: dayAt })
  const from = toDayIn(Number(month ?? 1), Number(day ?? 1))
  if (from === undefined) return undefined
  if (day !== undefined) return { from, to: from }
  const to = toDayIn(Number(month ?? 12), countDays(Number(year), Number(month ?? 12)))
  return to === undefined ? undefined : { from, to }
}

/** The year, month or day that a range of days is exactly; `undefined` when it is none. */
export function toPeriod({ from, to }: DayRange): string | undefined {
  return [from.slice(0, 4), from.slice(0, 7), from].find((period) => {
    const days = toPeriodDays(period)
    return days?.from === from && days.to === to
  })
}

/** The widest period that begins at a day: a year for 1 January, a month for the first of another month. */
export function toPeriodFrom(day: string): string {
  return [day.slice(0, 4), day.slice(0, 7)].find((at) => toPeriodDays(at)?.from === day) ?? day
}

/** The widest period that ends at a day: a year for 31 December, a month for the last day of another month. */
export function toPeriodTo(day: string): string {
  return [day.slice(0, 4), day.slice(0, 7)].find((at) => toPeriodDays(at)?.to === day) ?? day
}

function countDays(year: number, month: number): number {
  return new Date(toUtcMs(year, month + 1, 0)).getUTCDate()
}
