import type { Manifest } from '#contract/manifest.ts'
import type { FeedValue } from '#core/address/feed-path.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'

/**
 * The value whose feed follows what a filter shows best: that of the first facet with feeds in which a single value is
 * chosen. Query, days and other choices may narrow the list further; the feed's name says what it holds. `undefined`
 * without such a value: the archive's own feed is offered instead.
 */
export function toFeedValue(
  { choices }: Pick<TimelineFilter, 'choices'>,
  { feeds, facets }: Pick<Manifest, 'feeds' | 'facets'>,
): FeedValue | undefined {
  for (const [name, { include, exclude }] of choices) {
    const [value, ...more] = include
    const isTwin = facets.some(({ facet, twin }) => facet === name && twin === true)
    const facet = feeds?.facets.find((known) => known === (isTwin ? 'tag' : name))
    const isSingle = value !== undefined && more.length === 0 && exclude.length === 0
    if (isSingle && facet !== undefined) return { facet, value }
  }
  return undefined
}
