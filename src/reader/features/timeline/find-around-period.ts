import type { TimelineDay } from '#core/selection/calendar.ts'
import { toPeriodDays } from '#core/time/period.ts'

/** Periods as long as another one, the nearest before and after it that have posts. */
export interface AroundPeriod {
  earlier?: string | undefined
  later?: string | undefined
}

/** Finds the periods around one (`YYYY`, `YYYY-MM` or a day) among the days of a list, oldest first. */
export function findAroundPeriod(days: readonly TimelineDay[], period: string): AroundPeriod {
  const range = toPeriodDays(period)
  if (range === undefined) return {}
  const toPeriodOf = (day: string | undefined) => day?.slice(0, period.length)
  return {
    earlier: toPeriodOf(days.findLast(({ day }) => day !== undefined && day < range.from)?.day),
    later: toPeriodOf(days.find(({ day }) => day !== undefined && day > range.to)?.day),
  }
}
