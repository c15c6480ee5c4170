import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Manifest } from '#contract/manifest.ts'
import { isNarrowing, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { facetCountsQuery, type ValueCount } from '#reader/data/filter/facet-counts.ts'
import { countOffered, toFacetRows, type FacetRow } from './facet-values.ts'
import { useValueLabel } from './use-value-label.ts'

interface FacetRowsRequest {
  /** The facet in the manifest, which knows how many values the whole archive has, and the most frequent ones. */
  entry: Manifest['facets'][number]
  filter: TimelineFilter
  /** Text in the group's search field. */
  query: string
  /** Whether more than the most frequent values are shown. */
  isExpanded: boolean
}

interface FacetRows {
  rows: FacetRow[]
  /** How many values the posts of the list have. */
  total: number
  /** Whether more rows are loading. */
  isComing: boolean
  /** Absent when nothing failed. */
  failure: { error: Error; retry: () => unknown } | undefined
}

/** Values of a list, all of them or the most frequent ones, and how many there are. */
interface KnownValues {
  values: readonly ValueCount[]
  total: number
}

/** The search's folding with its table of Chinese variants, loaded when values are first searched. */
const foldCode = queryOptions({
  queryKey: ['fold code'],
  queryFn: () => import('#search/fold/fold-text.ts'),
})

const nothing = { include: [], exclude: [] }

/**
 * The values of a facet with the number of posts each would leave. The open timeline takes the first ones from the
 * manifest and fetches nothing.
 */
export function useFacetRows({ entry, filter, query, isExpanded }: FacetRowsRequest): FacetRows {
  const toLabel = useValueLabel()
  const fold = useQuery({ ...foldCode, enabled: isExpanded }).data?.foldText
  const { known, failure } = useKnownValues(entry, filter, isExpanded)
  const choice = filter.choices.get(entry.facet) ?? nothing
  const rows = useMemo(() => {
    const label = (value: string) => toLabel(entry.facet, value)
    return toFacetRows({ values: known?.values, choice, query, label, fold })
  }, [known, choice, query, fold, toLabel, entry.facet])
  return { rows, total: known?.total ?? 0, isComing: known === undefined, failure }
}

function useKnownValues(
  { facet, top, values: total }: Manifest['facets'][number],
  filter: TimelineFilter,
  isExpanded: boolean,
): { known: KnownValues | undefined; failure: FacetRows['failure'] } {
  const isOpen = !isNarrowing(filter) && filter.versions === 'newest'
  const isFirst = isOpen && !isExpanded
  const { data, error, refetch } = useQuery({
    ...facetCountsQuery(filter, facet),
    enabled: !isFirst,
  })
  const now = useMemo(() => {
    if (isFirst) return { values: top, total }
    return data && { values: data, total: countOffered(data) }
  }, [isFirst, top, total, data])
  // The last values stay until the next ones are counted: nothing flickers under the pointer.
  const [last, setLast] = useState(now)
  if (now !== undefined && now !== last) setLast(now)
  return {
    known: now ?? last,
    failure: error === null || isFirst ? undefined : { error, retry: refetch },
  }
}
