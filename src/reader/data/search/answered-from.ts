import { parseTimelineFilter } from '#core/selection/timeline-filter.ts'
import { foundKey, type ClockedQuery } from './found-key.ts'

/**
 * Whether the cache entry under a key was computed from the hits of a search: such keys contain the filter's address
 * query, which includes the search.
 */
export function isAnsweredFrom(key: readonly unknown[], asked: ClockedQuery): boolean {
  if (key[0] === 'found') return false
  return key
    .slice(1)
    .some(
      (part) =>
        typeof part === 'string' &&
        isSameSearch(parseTimelineFilter(new URLSearchParams(part)), asked),
    )
}

/** Whether two queries find the same posts: the clock matters only to one that names days. */
export function isSameSearch(one: ClockedQuery, other: ClockedQuery): boolean {
  return JSON.stringify(foundKey(one)) === JSON.stringify(foundKey(other))
}
