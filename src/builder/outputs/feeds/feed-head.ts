import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import type { FeedHead } from './form/feed.ts'
import type { PlannedFeed } from './list-feeds.ts'
import { toLanguageTag, toOrderedAt } from '#builder/site/shape/post-facts.ts'

/** What all feeds of a site share. */
export interface FeedSite {
  /** Full address of the site. */
  address: string
  title: string
  /** Description of the archive; absent when it has none. */
  description: string | undefined
}

/** The head of a feed, the same in every format; `posts` are those of the feed, newest first. */
export function toFeedHead(
  { of, title, home }: PlannedFeed,
  { site, posts }: { site: FeedSite; posts: readonly OrderedPost[] },
): Omit<FeedHead, 'self'> {
  const languages = new Set(posts.map(({ cached }) => cached.row.language))
  const dated = posts.find(({ cached }) => cached.row.publishedAt !== undefined)
  return {
    title,
    description: of === undefined ? (site.description ?? title) : title,
    publisher: site.title.trim() === '' ? new URL(site.address).host : site.title,
    home,
    publishedAt: dated?.cached.row.publishedAt,
    orderedAt: toOrderedAt(posts[0]),
    language: languages.size === 1 ? toLanguageTag([...languages][0]) : undefined,
  }
}
