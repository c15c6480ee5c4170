import { queryOptions } from '@tanstack/react-query'
import { joinSelected, selectValues } from '#core/column/select-values.ts'
import type { FacetName } from '#core/facet/facet.ts'
import type { Selection } from '#core/selection/selection.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { workBudget } from '#reader/data/scheduling/work-budget.ts'
import { columnQuery } from './column-query.ts'
import { facetCountsQuery } from './facet-counts.ts'
import { selectionQuery, toFilterKey } from './filter-query.ts'

/** The posts of a list that have one value of a facet. */
export interface ValueList {
  value: string
  count: number
  posts: Selection
}

/** The most frequent values of a facet in a list, at most `most`, each with its posts. */
export const valueListsQuery = (filter: TimelineFilter, facet: FacetName, most: number) =>
  queryOptions({
    queryKey: ['value-lists', toFilterKey(filter), facet, most],
    queryFn: async ({ client }): Promise<readonly ValueList[]> => {
      const [counts, parts, selection] = await Promise.all([
        client.fetchQuery(facetCountsQuery(filter, facet)),
        client.ensureQueryData(columnQuery(facet)),
        client.fetchQuery(selectionQuery(filter)),
      ])
      const values = [...counts]
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        .slice(0, most)
        .map(({ value }) => value)
      const found: number[][][] = []
      for (const part of parts) {
        found.push(await workBudget.run(selectValues(part, selection, values)))
      }
      return joinSelected(found).map((posts, at) => ({
        value: values[at] ?? '',
        count: posts.kind === 'range' ? posts.end - posts.start : posts.ordinals.length,
        posts,
      }))
    },
  })
