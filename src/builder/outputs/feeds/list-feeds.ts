import type { FeedFacet } from '#core/facet/feed-facets.ts'
import { feedPath, hasFeeds, type FeedValue } from '#core/address/feed-path.ts'
import { toQuietPath } from '#core/address/quiet-address.ts'
import { openFilter, toSearchParams, withValue } from '#core/selection/timeline-filter.ts'
import type { FacetIndex } from '#shape/facets/facet-value.ts'
import type { SitePlan } from '#builder/site/plan/site-plan.ts'

const longestName = 200
const longestAddress = 2_000

/** The part of a site plan that feeds are made from. */
export type FeedPlan = Pick<
  SitePlan,
  'title' | 'options' | 'facets' | 'posts' | 'language' | 'discovery'
> & {
  /** Full address of the site. */
  address: string
}

/** One feed, whatever the format. */
export interface PlannedFeed {
  /** The facet value whose posts it holds; absent for the feed of the archive. */
  of: FeedValue | undefined
  title: string
  /** Address of the same list in the reader. */
  home: string
  /** Ordinals of its posts, ascending; absent for all. */
  ordinals: Uint32Array | undefined
}

/** A facet whose values have feeds. */
type FeedFacetIndex = FacetIndex & { facet: FeedFacet }

/** Facets whose values have feeds; of twin facets only the first. */
export function listFeedFacets(facets: readonly FacetIndex[]): FeedFacetIndex[] {
  return facets.filter((index): index is FeedFacetIndex => hasFeeds(index.facet) && !index.isTwin)
}

/** All feeds of a site: that of the archive first, then those of facet values. */
export function listFeeds({ title, facets, address, options }: FeedPlan): PlannedFeed[] {
  const isQuiet = options.quietAddresses === true
  const feeds: PlannedFeed[] = [{ of: undefined, title, home: address, ordinals: undefined }]
  const paths = new Set<string>()
  for (const { facet, values } of listFeedFacets(facets)) {
    for (const { value, ordinals } of values) {
      const of = { facet, value }
      const path = feedPath('atom', of)
      // The hashes of two values collide only by intent; then the more frequent value gets the feed.
      if (paths.has(path)) continue
      paths.add(path)
      const name = Array.from(value).slice(0, longestName).join('')
      feeds.push({ of, title: `${name} · ${title}`, home: toHome(of, address, isQuiet), ordinals })
    }
  }
  return feeds
}

function toHome({ facet, value }: FeedValue, address: string, isQuiet: boolean): string {
  const params = toSearchParams(withValue(openFilter, facet, value, 'include'))
  const home = `${address}?${params.toString()}`
  if (home.length > longestAddress) return address
  return isQuiet ? toQuietPath(home) : home
}
