import type { FeedFacet } from '#core/facet/feed-facets.ts'
import type { Words } from '#article/words.ts'
import { feedPath } from '#core/address/feed-path.ts'
import type { FeedSite } from './feed-head.ts'
import type { PlannedFeed } from './list-feeds.ts'
import { xmlAround, xmlEmpty, xmlHead, xmlText } from '#core/text/xml-text.ts'

/** The list of feeds, grouped by facet, that feed readers can import: OPML 2.0. */
export function toFeedList(
  { title, address }: FeedSite,
  feeds: readonly PlannedFeed[],
  words: Words,
): string {
  const groups = new Map<FeedFacet | undefined, string[]>()
  for (const feed of feeds) {
    const outlines = groups.get(feed.of?.facet) ?? []
    outlines.push(toOutline(feed, address))
    groups.set(feed.of?.facet, outlines)
  }
  const body = [...groups].map(([facet, outlines]) => {
    const lines = outlines.join('\n')
    if (facet === undefined) return lines
    return xmlAround('outline', `\n${lines}\n`, { text: words(`article.derived.${facet}`) })
  })
  const head = xmlAround('head', xmlText('title', title))
  const parts = `\n${head}\n${xmlAround('body', `\n${body.join('\n')}\n`)}\n`
  return `${xmlHead}${xmlAround('opml', parts, { version: '2.0' })}\n`
}

function toOutline({ of, title, home }: PlannedFeed, address: string): string {
  return xmlEmpty('outline', {
    // Every feed has this type in OPML, whatever its format.
    type: 'rss',
    text: title,
    title,
    xmlUrl: address + feedPath('atom', of),
    htmlUrl: home,
  })
}
