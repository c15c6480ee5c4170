import { feedListPath, feedPath, type FeedFormat, type FeedValue } from '#core/address/feed-path.ts'
import { toHref } from './paths.ts'

/** Address of the archive's feed, or of a facet value's. */
export function feedHref(format: FeedFormat, of: FeedValue | undefined): string {
  return toHref(feedPath(format, of))
}

/** Address of the list of all feeds. */
export const feedListHref = toHref(feedListPath)
