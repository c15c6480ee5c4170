import { useSuspenseQuery } from '@tanstack/react-query'
import type { FeedValue } from '#core/address/feed-path.ts'
import { countSelection } from '#core/selection/selection.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { selectionQuery } from '#reader/data/filter/filter-query.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { toFeedValue } from './feed-value.ts'

/** The value whose feed matches a list, and that feed's title; `undefined` where the archive has no feeds. */
export function useShownFeed(
  filter: TimelineFilter,
): { of: FeedValue | undefined; title: string } | undefined {
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  const { data: selection } = useSuspenseQuery(selectionQuery(filter))
  if (manifest.feeds === undefined) return undefined
  // An address may name a value that no post has, which has no feed.
  const of = countSelection(selection) === 0 ? undefined : toFeedValue(filter, manifest)
  const { title } = manifest
  return { of, title: of === undefined ? title : `${of.value} · ${title}` }
}
