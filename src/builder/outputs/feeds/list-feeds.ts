import { feedPath, hasFeeds, type FeedFacet, type FeedValue } from '#core/feed-path.ts'
import { openFilter, toSearchParams, withValue } from '#core/timeline-filter.ts'
import type { FacetIndex } from '#builder/site/shape/facet-index.ts'
import type { SitePlan } from '#builder/site/plan/site-plan.ts'

const longestName = 200
const longestAddress = 2_000

/** What the feeds of a site are made from. */
export type FeedPlan = Pick<
  SitePlan,
  'title' | 'options' | 'facets' | 'posts' | 'language' | 'discovery'
> & {
  /** Full address of the site. */
  address: string
}

/** One feed, in whichever form. */
export interface PlannedFeed {
  /** The value whose posts it holds; absent for the archive's own. */
  of: FeedValue | undefined
  title: string
  /** Address of the same list in the reader. */
  home: string
  /** Ordinals of its posts, ascending; absent for all. */
  ordinals: Uint32Array | undefined
}

/** A facet whose values have feeds. */
type FeedFacetIndex = FacetIndex & { facet: FeedFacet }

/** Facets whose values have feeds; twins share theirs. */
export function listFeedFacets(facets: readonly FacetIndex[]): FeedFacetIndex[] {
  return facets.filter((index): index is FeedFacetIndex => hasFeeds(index.facet) && !index.isTwin)
}

/** All feeds of a site: the archive's own first, then those of values. */
export function listFeeds({ title, facets, address }: FeedPlan): PlannedFeed[] {
  const feeds: PlannedFeed[] = [{ of: undefined, title, home: address, ordinals: undefined }]
  const paths = new Set<string>()
  for (const { facet, values } of listFeedFacets(facets)) {
    for (const { value, ordinals } of values) {
      const of = { facet, value }
      const path = feedPath('atom', of)
      // Two values share a name only where somebody made them to: the more frequent one has the feed.
      if (paths.has(path)) continue
      paths.add(path)
      const name = Array.from(value).slice(0, longestName).join('')
      feeds.push({ of, title: `${name} · ${title}`, home: toHome(of, address), ordinals })
    }
  }
  return feeds
}

function toHome({ facet, value }: FeedValue, address: string): string {
  const params = toSearchParams(withValue(openFilter, facet, value, 'include'))
  const home = `${address}?${params.toString()}`
  return home.length > longestAddress ? address : home
}
