import { feedForms, feedFormats } from '#core/address/feed-path.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { feedHref } from '#reader/links/paths.ts'
import { useShownFeed } from './use-shown-feed.ts'

/** Adds feed discovery links to the page's head for the value a list shows. The archive's own are in every page. */
export function FeedAlternates({ filter }: { filter: TimelineFilter }) {
  const feed = useShownFeed(filter)
  if (feed?.of === undefined) return null
  const { of, title } = feed
  // React hoists these into the head.
  return feedFormats.map((format) => {
    const { name, type } = feedForms[format]
    const href = feedHref(format, of)
    return <link key={href} rel="alternate" type={type} title={`${title} (${name})`} href={href} />
  })
}
