import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Manifest } from '#contract/manifest.ts'
import type { FacetName } from '#core/facet/facet.ts'
import { isNarrowing, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { facetCountsQuery } from '#reader/data/filter/filter-query.ts'
import { dictionaryQuery } from '#reader/data/archive/site-queries.ts'
import { countPicked, toFacetRows, toListedValues, type FacetRow } from './facet-values.ts'
import { useValueLabel } from './use-value-label.ts'

interface FacetRowsRequest {
  facet: FacetName
  /** The most frequent values, known before the dictionary is fetched; absent in older sites. */
  top: Manifest['facets'][number]['top']
  filter: TimelineFilter
  /** Text in the group's search field. */
  query: string
  /** Whether more than the most frequent values are shown. */
  isExpanded: boolean
}

interface FacetRows {
  rows: FacetRow[]
  /** Whether more rows are loading. */
  isComing: boolean
  /** Absent when nothing failed. */
  failure: { error: Error; retry: () => unknown } | undefined
}

/** The search's folding with its table of Chinese variants, loaded when values are first searched. */
const foldCode = queryOptions({
  queryKey: ['fold code'],
  queryFn: () => import('#search/fold/fold-text.ts'),
})

/**
 * The values of a facet with the number of posts each would leave. The open timeline takes both from the manifest and
 * fetches nothing.
 */
export function useFacetRows(request: FacetRowsRequest): FacetRows {
  const { facet, top, filter, query, isExpanded } = request
  const toLabel = useValueLabel()
  const isOpen = !isNarrowing(filter) && filter.versions === 'newest'
  const needsAll = isExpanded || !isOpen || top === undefined
  const dictionary = useQuery({ ...dictionaryQuery(facet), enabled: needsAll })
  const values = dictionary.data?.values ?? top ?? []
  const choice = filter.choices.get(facet) ?? { include: [], exclude: [] }
  const label = (value: string) => toLabel(facet, value)
  const fold = useQuery({ ...foldCode, enabled: isExpanded }).data?.foldText
  const listed = toListedValues({ values, choice, query, label, fold })
  const counts = useQuery({
    ...facetCountsQuery(filter, {
      facet,
      values: listed,
      listKey: fold === undefined ? query : `folded ${query}`,
    }),
    enabled: needsAll && dictionary.isSuccess,
    // Keep the last counts until the new ones arrive, so that nothing flickers under the pointer.
    placeholderData: (last) => last,
  })
  const open = isOpen ? new Map(values.map(({ value, count }) => [value, count])) : undefined
  const derived = new Set(values.flatMap((entry) => (entry.derived ? [entry.value] : [])))
  const failed = [dictionary, counts].find(({ error }) => error !== null)
  const known = open ?? counts.data
  const [hasStood, setStood] = useState(false)
  if (known !== undefined && !hasStood) setStood(true)
  // Counts decide the order: rows drawn before the first counts would jump when they arrive. Rows already shown stay.
  const isUnordered = known === undefined && !hasStood
  const isComing = isUnordered || (listed.length === 0 && query === '')
  const placed = isComing ? listed.slice(0, countPicked(choice)) : listed
  return {
    rows: toFacetRows(placed, choice, { counts: known, derived }),
    isComing,
    failure: failed?.error ? { error: failed.error, retry: failed.refetch } : undefined,
  }
}
