import { mayNameDays } from '#core/selection/query-days.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import type { ClockName } from '#core/time/clock.ts'

/** A query and the clock of the days in it; every filter is one. */
export type ClockedQuery = Pick<TimelineFilter, 'query' | 'clock'>

/** Cache key of the posts a search finds. Which clock it has matters only to a query that names days. */
export function foundKey({
  query = '',
  clock,
}: ClockedQuery): readonly ['found', string, ClockName | undefined] {
  return ['found', query, mayNameDays(query) ? clock : undefined]
}

/** Cache key of the hits in a row's texts. */
export function marksKey(query: string, ordinal: number): readonly ['marks', string, number] {
  return ['marks', query, ordinal]
}
