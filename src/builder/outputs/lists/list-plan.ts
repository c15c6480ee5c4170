import {
  browsePath,
  countListPages,
  toFacetPath,
  toListPagePath,
  toListPath,
  type ListSubject,
} from '#contract/browse-paths.ts'
import type { FacetName } from '#core/facet/facet.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import { buildCalendar } from '#builder/site/shape/calendar.ts'
import type { FacetIndex } from '#shape/facets/facet-value.ts'
import type { SitePlan } from '#builder/site/plan/site-plan.ts'

/** Facets whose values have lists: the ones that articles and rows link to. */
const listedFacets: ReadonlySet<FacetName> = new Set([
  'tag',
  'category',
  'author',
  'source',
  'collection',
])

/** Values on one page of a facet. */
export const valuesPerPage = 400

/** A list of posts, cut into pages. */
export interface PostList {
  subject: ListSubject
  /** Path below the site's root. */
  path: string
  /** Number of posts that it shows. */
  rows: number
  /** Returns the ordinals of these posts, ascending. */
  toOrdinals: () => Uint32Array
}

/** A facet and the lists of its values, most frequent first. */
export interface ListedFacet {
  facet: FacetName
  values: (PostList & { value: string })[]
}

/** All lists of a site. */
export interface ListPlan {
  /** Oldest first, undated posts before all months. */
  months: PostList[]
  facets: ListedFacet[]
}

/** The part of a site plan that lists are made from. */
export type ListSource = Pick<SitePlan, 'posts' | 'facets'> & {
  options: Pick<SitePlan['options'], 'timeZone' | 'pages'>
}

/**
 * Decides which lists a site has. A list shows the newest version of each post, and older versions only where it would
 * be empty without them, so that no link to a list is dead.
 */
export function planLists({ posts, facets, options }: ListSource): ListPlan {
  return {
    months: planMonths(posts, options.timeZone),
    facets: facets
      .filter(({ facet, isTwin }) => listedFacets.has(facet) && !isTwin)
      .map((index) => planFacet(index, posts)),
  }
}

/** Paths of all pages of all lists, relative to the root of the site; none where posts have no pages. */
export function* listAllPaths(source: ListSource): Generator<string> {
  if (source.options.pages === 'none') return
  const { months, facets } = planLists(source)
  yield browsePath
  for (const list of months) yield* listPagePaths(list)
  for (const { facet, values } of facets) {
    for (let page = 1; page <= countFacetPages(values.length); page++) {
      yield toFacetPath(facet, page)
    }
    for (const list of values) yield* listPagePaths(list)
  }
}

/** Number of pages that list the values of a facet. */
export function countFacetPages(values: number): number {
  return Math.max(1, Math.ceil(values / valuesPerPage))
}

function* listPagePaths({ path, rows }: PostList): Generator<string> {
  for (let page = 1; page <= countListPages(rows); page++) yield toListPagePath(path, rows, page)
}

function planFacet({ facet, values }: FacetIndex, posts: readonly OrderedPost[]): ListedFacet {
  const paths = new Set<string>()
  const lists: ListedFacet['values'] = []
  for (const { value, count, ordinals } of values) {
    const subject = { facet, value }
    const path = toListPath(subject)
    // The hashes of two values collide only by intent; then the rarer value gets no list.
    if (paths.has(path)) continue
    paths.add(path)
    const rows = count === 0 ? ordinals.length : count
    lists.push({ subject, path, value, rows, toOrdinals: () => listShown(ordinals, posts) })
  }
  return { facet, values: lists }
}

function planMonths(posts: readonly OrderedPost[], timeZone: string): PostList[] {
  const spans: { month: string | undefined; start: number; end: number }[] = []
  for (const { day, start, end } of buildCalendar(posts, timeZone).days) {
    const month = day?.slice(0, 7)
    const last = spans.at(-1)
    if (last !== undefined && last.month === month) last.end = end
    else spans.push({ month, start, end })
  }
  return spans.map(({ month, start, end }) => {
    const toOrdinals = () =>
      listShown(
        Uint32Array.from({ length: end - start }, (_, at) => start + at),
        posts,
      )
    const subject = { month }
    return { subject, path: toListPath(subject), rows: toOrdinals().length, toOrdinals }
  })
}

function listShown(ordinals: Uint32Array, posts: readonly OrderedPost[]): Uint32Array {
  const newest = ordinals.filter((ordinal) => posts[ordinal]?.supersededBy === undefined)
  return newest.length === 0 ? ordinals : newest
}
