import { withoutDays } from '#core/selection/filter-period.ts'
import { withChoice, type TimelineFilter } from '#core/selection/timeline-filter.ts'

/** A filter over all of its time: without its days and years, which the bars show as a part of the whole. */
export function toWholeTime(filter: TimelineFilter): TimelineFilter {
  return withChoice(withoutDays(filter), 'year', { include: [], exclude: [] })
}
