import { toPeriod, toPeriodDays } from '../time/period.ts'
import { withChoice, type TimelineFilter } from './timeline-filter.ts'

/** The year, month or day that a filter shows; `undefined` when its days are open or are none of these. */
export function toFilterPeriod({ from, to }: TimelineFilter): string | undefined {
  return from === undefined || to === undefined ? undefined : toPeriod({ from, to })
}

/** A filter without its range of days. */
export function withoutDays(filter: TimelineFilter): TimelineFilter {
  const { from: _from, to: _to, ...rest } = filter
  return rest
}

/**
 * Narrows a filter to a year (`YYYY`), month (`YYYY-MM`) or day, within its own range of days if the two overlap. Chosen
 * years give way: the period lies in one of them, or the reader left them.
 */
export function narrowToPeriod(filter: TimelineFilter, period: string): TimelineFilter {
  const days = toPeriodDays(period)
  if (days === undefined) return filter
  const { from = days.from, to = days.to } = filter
  const within = {
    from: from > days.from ? from : days.from,
    to: to < days.to ? to : days.to,
  }
  const rest = withChoice(withoutDays(filter), 'year', { include: [], exclude: [] })
  return { ...rest, ...(within.from <= within.to ? within : days) }
}
