import { narrowToPeriod } from './filter-period.ts'
import { withQuery, type TimelineFilter } from './timeline-filter.ts'

/** The posts of a list that have a term, in a month (`YYYY-MM`). */
export function toTopicFilter(filter: TimelineFilter, month: string, term: string): TimelineFilter {
  return withQuery(narrowToPeriod(filter, month), `"${term}"`)
}
