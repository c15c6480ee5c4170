import { facetNames, type FacetName } from '#core/facet/facet.ts'
import { listAuthors } from '#core/post/authors.ts'
import { toLengthBand } from '#core/text/length-band.ts'
import { toReadingMinutes } from '#core/text/reading-time.ts'
import type { CachedFacts } from '#builder/archive/post/cached-post.ts'
import { compareText } from '#builder/ground/text/compare.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import type { FacetIndex, FacetValue } from '#shape/facets/facet-value.ts'
import { listGaps, type GapSource } from './post-gaps.ts'

type FacetedPost = Pick<OrderedPost, 'cached' | 'supersededBy'>

/** Collects the values of all facets; `posts` are in ordinal order. Leaves out facets that cannot narrow. */
export function buildFacets(posts: readonly FacetedPost[]): FacetIndex[] {
  const tags = listValues(posts, 'tag')
  const areTwins = posts.every(({ cached: { row } }) => hasTwins(row))
  const areSame = posts.every(({ cached: { row } }) => row.derived?.tags === undefined)
  const facets = facetNames.map((facet) => {
    const isTwin = facet === 'category' && areTwins
    const isTags = facet === 'tag' || (isTwin && areSame)
    return { facet, isTwin, values: isTags ? tags : listValues(posts, facet) }
  })
  markTwins(facets)
  return facets.filter(({ values }) => values.length > 0)
}

/** Marks the tags and categories that say what an author says, in an archive of several authors. */
function markTwins(facets: readonly FacetIndex[]): void {
  const valuesOf = (name: FacetName) => facets.find(({ facet }) => facet === name)?.values ?? []
  const authors = new Map(valuesOf('author').map((author) => [author.value, author.ordinals]))
  if (authors.size < 2) return
  for (const label of new Set([...valuesOf('tag'), ...valuesOf('category')])) {
    const posts = authors.get(label.value)
    label.isTwin = posts !== undefined && areEqual(posts, label.ordinals)
  }
}

function areEqual(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((ordinal, at) => ordinal === b[at])
}

function hasTwins({ categories, derived }: CachedFacts): boolean {
  return categories === undefined && derived?.categories === undefined
}

/** A value while its posts are counted. */
interface FoundValue {
  value: string
  count: number
  /** Posts that carry it, older versions included. */
  carriers: number
  /** Ordinal of the last post counted. */
  last: number
  /** Where its next ordinal goes in the shared array. */
  next: number
  isDerived: boolean
}

// One array for all ordinals of a facet: a million posts carry ten million values.
function listValues(posts: readonly FacetedPost[], facet: FacetName): FacetValue[] {
  const { found, carried, ends } = findValues(posts, facet)
  let start = 0
  for (const value of found) {
    value.next = start
    start += value.carriers
  }
  const ordinals = new Uint32Array(carried.length)
  let ordinal = 0
  let at = 0
  for (const value of carried) {
    while (at >= (ends[ordinal] ?? Infinity)) ordinal++
    ordinals[value.next++] = ordinal
    at++
  }
  return found
    .map(({ value, count, isDerived, carriers, next }) => ({
      value,
      count,
      isDerived,
      isTwin: false,
      ordinals: ordinals.subarray(next - carriers, next),
    }))
    .toSorted((a, b) => b.count - a.count || compareText(a.value, b.value))
}

/** The values; the values of each post, one post after another; and where those of a post end. */
function findValues(
  posts: readonly FacetedPost[],
  facet: FacetName,
): { found: FoundValue[]; carried: FoundValue[]; ends: Uint32Array } {
  const found = new Map<string, FoundValue>()
  const carried: FoundValue[] = []
  const ends = new Uint32Array(posts.length)
  const toValues = facetValues[facet]
  let ordinal = -1
  for (const { cached, supersededBy } of posts) {
    ordinal++
    const own = toValues(cached)
    const derived = derivedValues(facet, cached.row)
    const all = derived.length === 0 ? own : [...own, ...derived]
    // A counter instead of `entries()`: allocating a pair for each of a million posts shows in the profile of a build.
    let at = -1
    for (const text of all) {
      at++
      let value = found.get(text)
      if (value === undefined) {
        value = { value: text, count: 0, carriers: 0, last: -1, next: 0, isDerived: true }
        found.set(text, value)
      }
      if (at < own.length) value.isDerived = false
      // A repeated tag must not list its post twice.
      if (value.last === ordinal) continue
      value.last = ordinal
      value.carriers++
      if (supersededBy === undefined) value.count++
      carried.push(value)
    }
    ends[ordinal] = carried.length
  }
  return { found: [...found.values()], carried, ends }
}

const facetValues: Record<FacetName, (post: GapSource) => string[]> = {
  tag: ({ row }) => row.tags,
  category: ({ row }) => row.categories ?? row.tags,
  author: ({ row }) => listAuthors(row),
  source: ({ row }) => toList(row.sourceHost),
  collection: ({ row }) => [row.collection],
  kind: ({ row }) => [row.kind],
  language: ({ row }) => toList(row.language),
  length: ({ row }) => toList(toLengthValue(row)),
  missing: listGaps,
}

/** Videos have none: what is counted of them is their description. */
function toLengthValue({ kind, length }: CachedFacts): string | undefined {
  return kind === 'article' ? toLengthBand(toReadingMinutes(length) ?? 0).value : undefined
}

function derivedValues(facet: FacetName, row: CachedFacts): string[] {
  if (facet === 'author') return toList(row.derived?.author)
  if (facet === 'tag') return row.derived?.tags ?? []
  return facet === 'category' ? (row.derived?.categories ?? []) : []
}

function toList(value: string | undefined): string[] {
  return value === undefined ? [] : [value]
}
