import type { TimelineDay } from '#core/selection/calendar.ts'
import { toPeriodDays } from '#core/time/period.ts'

/** Periods as long as another one, the nearest before and after it that have posts. */
export interface AroundPeriod {
  earlier?: string | undefined
  later?: string | undefined
}

/** Finds the periods around one (`YYYY`, `YYYY-MM` or a day) among the days of a list, oldest first. */
export function findAroundPeriod(days: readonly TimelineDay[], period: string): AroundPeriod {
  if (toPeriodDays(period) === undefined) return {}
  // Of a year alone neither month nor day is known.
  const toPeriodOf = (day: string | undefined) =>
    day !== undefined && day.length >= period.length ? day.slice(0, period.length) : undefined
  const isBefore = ({ day }: TimelineDay) => (toPeriodOf(day) ?? period) < period
  const isAfter = ({ day }: TimelineDay) => (toPeriodOf(day) ?? period) > period
  return {
    earlier: toPeriodOf(days.findLast(isBefore)?.day),
    later: toPeriodOf(days.find(isAfter)?.day),
  }
}
