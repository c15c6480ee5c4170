import {
  openFilter,
  toSearchParams,
  withDays,
  withValue,
  type TimelineFilter,
} from '#core/selection/timeline-filter.ts'
import { narrowToPeriod } from '#core/selection/filter-period.ts'
import { toTopicFilter } from '#core/selection/topic-filter.ts'
import type { DoorTarget } from './front-door.tsx'

/** Path in the reader, relative to the base of the site, that a link of the front door leads to. */
export function toDoorPath(target: DoorTarget): string {
  return 'post' in target
    ? `/posts/${target.post}`
    : `/?${toSearchParams(toFilter(target)).toString()}`
}

function toFilter(target: Exclude<DoorTarget, { post: unknown }>): TimelineFilter {
  if ('month' in target) return toMonthFilter(target)
  if ('year' in target) return withValue(openFilter, 'year', target.year, 'include')
  if ('facet' in target) return withValue(openFilter, target.facet, target.value, 'include')
  const last = String(Number(target.before) - 1).padStart(4, '0')
  return withDays(openFilter, { to: `${last}-12-31` })
}

function toMonthFilter({ month, term }: { month: string; term?: string }): TimelineFilter {
  return term === undefined
    ? narrowToPeriod(openFilter, month)
    : toTopicFilter(openFilter, month, term)
}
