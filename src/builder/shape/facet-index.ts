import type { PostSummary } from '#contract/timeline-shard.ts'
import { facetNames, type FacetName } from '#core/facet.ts'
import { compareText } from '../order/compare.ts'

/** One value of a facet and the posts that carry it. */
export interface FacetValue {
  value: string
  /** Posts with this value, older versions not counted. */
  count: number
  /** Ascending, older versions included. */
  ordinals: number[]
}

/** All values of one facet, most frequent first, then by code units. */
export interface FacetIndex {
  facet: FacetName
  values: FacetValue[]
  /** Every post's categories equal its tags. */
  isTwin: boolean
}

type FacetRow = Pick<
  PostSummary,
  | 'tags'
  | 'categories'
  | 'author'
  | 'sourceHost'
  | 'collection'
  | 'kind'
  | 'language'
  | 'supersededBy'
>

/** Collects the values of all facets; `rows` stand in ordinal order. Facets that cannot narrow are left out. */
export function buildFacets(rows: Iterable<FacetRow>): FacetIndex[] {
  const found = new Map(facetNames.map((facet) => [facet, new Map<string, FacetValue>()]))
  let isTwin = true
  let ordinal = 0
  for (const row of rows) {
    if (row.categories !== undefined) isTwin = false
    for (const [facet, values] of found) {
      for (const value of facetValues[facet](row)) {
        addValue(values, value, { ordinal, isCounted: row.supersededBy === undefined })
      }
    }
    ordinal++
  }
  return [...found]
    .filter(([facet, values]) => values.size > (facet === 'collection' ? 1 : 0))
    .map(([facet, values]) => ({
      facet,
      values: [...values.values()].toSorted(
        (a, b) => b.count - a.count || compareText(a.value, b.value),
      ),
      isTwin: facet === 'category' && isTwin,
    }))
}

function addValue(
  values: Map<string, FacetValue>,
  value: string,
  { ordinal, isCounted }: { ordinal: number; isCounted: boolean },
): void {
  let entry = values.get(value)
  if (entry === undefined) {
    entry = { value, count: 0, ordinals: [] }
    values.set(value, entry)
  }
  // A repeated tag must not list its post twice.
  if (entry.ordinals.at(-1) === ordinal) return
  entry.ordinals.push(ordinal)
  if (isCounted) entry.count++
}

const facetValues: Record<FacetName, (row: FacetRow) => string[]> = {
  tag: (row) => row.tags,
  category: (row) => row.categories ?? row.tags,
  author: (row) => toList(row.author),
  source: (row) => toList(row.sourceHost),
  collection: (row) => [row.collection],
  kind: (row) => [row.kind],
  language: (row) => toList(row.language),
}

function toList(value: string | undefined): string[] {
  return value === undefined ? [] : [value]
}
