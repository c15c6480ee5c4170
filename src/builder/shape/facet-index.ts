import { facetNames, type FacetName } from '#core/facet.ts'
import type { DraftFacts } from '../ingest/draft-post.ts'
import { compareText } from '../order/compare.ts'
import type { OrderedPost } from '../order/order-posts.ts'

/** One value of a facet and the posts that carry it. */
export interface FacetValue {
  value: string
  /** Posts with this value, older versions not counted. */
  count: number
  /** Ascending, older versions included. */
  ordinals: number[]
  /** No front matter has it: only pages say so. */
  isDerived: boolean
}

/** All values of one facet, most frequent first, then by code units. */
export interface FacetIndex {
  facet: FacetName
  values: FacetValue[]
  /** Every post's categories equal its tags. */
  isTwin: boolean
}

/** Collects the values of all facets; `posts` stand in ordinal order. Facets that cannot narrow are left out. */
export function buildFacets(
  posts: Iterable<Pick<OrderedPost, 'draft' | 'supersededBy'>>,
): FacetIndex[] {
  const found = facetNames.map((facet) => ({
    facet,
    values: new Map<string, FacetValue>(),
    toValues: facetValues[facet],
  }))
  let isTwin = true
  let ordinal = 0
  for (const { draft, supersededBy } of posts) {
    const { row } = draft
    if (row.categories !== undefined || row.derived?.categories !== undefined) isTwin = false
    const isCounted = supersededBy === undefined
    for (const { facet, values, toValues } of found) {
      for (const value of toValues(row)) addValue(values, value, { ordinal, isCounted })
      for (const value of derivedValues(facet, row)) {
        addValue(values, value, { ordinal, isCounted, isDerived: true })
      }
    }
    ordinal++
  }
  return found
    .filter(({ facet, values }) => values.size > (facet === 'collection' ? 1 : 0))
    .map(({ facet, values }) => ({
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
  {
    ordinal,
    isCounted,
    isDerived = false,
  }: { ordinal: number; isCounted: boolean; isDerived?: boolean },
): void {
  let entry = values.get(value)
  if (entry === undefined) {
    entry = { value, count: 0, ordinals: [], isDerived }
    values.set(value, entry)
  }
  if (!isDerived) entry.isDerived = false
  // A repeated tag must not list its post twice.
  if (entry.ordinals.at(-1) === ordinal) return
  entry.ordinals.push(ordinal)
  if (isCounted) entry.count++
}

const facetValues: Record<FacetName, (row: DraftFacts) => string[]> = {
  tag: (row) => row.tags,
  category: (row) => row.categories ?? row.tags,
  author: (row) => toList(row.author),
  source: (row) => toList(row.sourceHost),
  collection: (row) => [row.collection],
  kind: (row) => [row.kind],
  language: (row) => toList(row.language),
}

function derivedValues(facet: FacetName, { derived }: DraftFacts): string[] {
  if (derived === undefined) return []
  if (facet === 'author') return toList(derived.author)
  if (facet === 'tag') return derived.tags ?? []
  return facet === 'category' ? (derived.categories ?? []) : []
}

function toList(value: string | undefined): string[] {
  return value === undefined ? [] : [value]
}
