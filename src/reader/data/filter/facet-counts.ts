import { queryOptions } from '@tanstack/react-query'
import type { ValueColumn } from '#core/column/value-column.ts'
import type { FacetName } from '#core/facet/facet.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { workBudget } from '#reader/data/scheduling/work-budget.ts'
import { columnQuery } from './column-query.ts'
import { selectionExceptQuery, toFilterKey } from './filter-query.ts'

/** A value of a facet and how many posts of a list have it. */
export interface ValueCount {
  value: string
  count: number
  /** Set when the value comes from pages only, never from front matter. */
  derived?: true | undefined
  /** Set when an author of the same name has the same posts, and is offered instead. */
  twin?: true | undefined
}

// Awaiting an import again costs a task even when the module is loaded; a cached query does not.
const countCode = queryOptions({
  queryKey: ['count code'],
  queryFn: () => import('#core/column/count-values.ts'),
  gcTime: Infinity,
})

/**
 * The values of a facet that posts of a filter's list have, with how many have them, in no order. The filter's own
 * choice of the facet is left out: the counts say what else could be chosen.
 */
export const facetCountsQuery = (filter: TimelineFilter, facet: FacetName) =>
  queryOptions({
    queryKey: ['facet-counts', toFilterKey(filter), facet],
    queryFn: async ({ client }): Promise<readonly ValueCount[]> => {
      const [{ countValues }, parts, selection] = await Promise.all([
        client.ensureQueryData(countCode),
        client.ensureQueryData(columnQuery(facet)),
        // Fetched, not read from the cache: a running search invalidates it.
        client.fetchQuery(selectionExceptQuery(filter, facet)),
      ])
      const counts = new Map<string, ValueCount>()
      for (const part of parts) {
        const perValue = await workBudget.run(countValues(part, selection))
        for (const [at, count] of perValue.entries()) {
          if (count > 0) addCount(counts, { part, at, count })
        }
      }
      return [...counts.values()]
    },
  })

function addCount(
  counts: Map<string, ValueCount>,
  { part, at, count }: { part: ValueColumn; at: number; count: number },
): void {
  const value = part.values[at] ?? ''
  const known = counts.get(value)
  if (known !== undefined) known.count += count
  else {
    counts.set(value, {
      value,
      count,
      ...(part.derived.has(at) ? { derived: true } : {}),
      ...(part.twins.has(at) ? { twin: true } : {}),
    })
  }
}
