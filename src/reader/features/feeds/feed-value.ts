import type { Manifest } from '#contract/manifest.ts'
import type { FeedValue } from '#core/address/feed-path.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'

/**
 * The value whose feed holds exactly what a filter shows, when a single value of a facet with feeds is all that narrows
 * the list. `undefined` for every other filter: the archive's own feed is offered instead.
 */
export function toFeedValue(
  { choices, from, to, query }: Pick<TimelineFilter, 'choices' | 'from' | 'to' | 'query'>,
  { feeds, facets }: Pick<Manifest, 'feeds' | 'facets'>,
): FeedValue | undefined {
  const [choice, ...others] = choices
  const isMore = others.length > 0 || [from, to, query].some((part) => part !== undefined)
  if (choice === undefined || isMore) return undefined
  const [name, { include, exclude }] = choice
  const [value, ...more] = include
  if (value === undefined || more.length > 0 || exclude.length > 0) return undefined
  const isTwin = facets.some(({ facet, twin }) => facet === name && twin === true)
  const facet = feeds?.facets.find((known) => known === (isTwin ? 'tag' : name))
  return facet === undefined ? undefined : { facet, value }
}
