import type { FacetName } from '../facet/facet.ts'
import { feedFacets, type FeedFacet } from '../facet/feed-facets.ts'
import { toFacetValueName } from '../facet/facet-value-name.ts'

/** Feed formats: Atom (RFC 4287), RSS 2.0, JSON Feed 1.1. */
export const feedFormats = ['atom', 'rss', 'json'] as const
export type FeedFormat = (typeof feedFormats)[number]

/** Display names and media types of the formats. */
export const feedForms: Readonly<Record<FeedFormat, { name: string; type: string }>> = {
  atom: { name: 'Atom', type: 'application/atom+xml' },
  rss: { name: 'RSS', type: 'application/rss+xml' },
  json: { name: 'JSON Feed', type: 'application/feed+json' },
}

/** A facet value that has feeds. */
export interface FeedValue {
  facet: FeedFacet
  value: string
}

/** Path, below the site's root, of the OPML 2.0 list of all feeds. */
export const feedListPath = 'feeds/feeds.opml'

const archiveNames: Readonly<Record<FeedFormat, string>> = {
  atom: 'atom.xml',
  rss: 'rss.xml',
  json: 'feed.json',
}
const valueEndings: Readonly<Record<FeedFormat, string>> = {
  atom: 'atom.xml',
  rss: 'rss.xml',
  json: 'json',
}

/** Path of a feed below the site's root: the feed of the whole archive, or of a facet value. */
export function feedPath(format: FeedFormat, of?: FeedValue): string {
  if (of === undefined) return `feeds/${archiveNames[format]}`
  return `feeds/${of.facet}/${toFacetValueName(of.facet, of.value)}.${valueEndings[format]}`
}

/** Returns the format of the feed at a path below the site's root; `undefined` if the path is not a feed's. */
export function parseFeedFormat(path: string): FeedFormat | undefined {
  if (!path.startsWith('feeds/')) return undefined
  if (path.endsWith('.json')) return 'json'
  if (path.endsWith('atom.xml')) return 'atom'
  return path.endsWith('rss.xml') ? 'rss' : undefined
}

/** Whether the values of a facet have feeds of their own. */
export function hasFeeds(facet: FacetName): facet is FeedFacet {
  return feedFacets.some((known) => known === facet)
}
