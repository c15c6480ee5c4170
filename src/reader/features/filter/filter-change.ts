import {
  openFilter,
  parseDay,
  withClock,
  withDays,
  type ChoiceName,
  type TimelineFilter,
} from '#core/selection/timeline-filter.ts'

/**
 * Sets one end of the date range; an empty day opens that end. Drops the other end if the range would end before it
 * begins.
 */
export function withRange(filter: TimelineFilter, end: 'from' | 'to', day: string): TimelineFilter {
  const other = end === 'from' ? 'to' : 'from'
  const otherDay = filter[other]
  const chosen = parseDay(day)
  const isReversed =
    chosen !== undefined &&
    otherDay !== undefined &&
    (end === 'from' ? chosen > otherDay : chosen < otherDay)
  return withDays(filter, { [other]: isReversed ? undefined : otherDay, [end]: chosen })
}

/** A filter without its choices and days; sort, versions and query stay. */
export function withoutNarrowing(filter: TimelineFilter): TimelineFilter {
  const { sort, versions, query, clock } = filter
  const rest = { ...openFilter, ...(query === undefined ? {} : { query }), sort, versions }
  return withClock(rest, clock)
}

/** One removable condition of a filter; its range of days is one, whichever ends it has. */
export type ActiveChoice =
  | { kind: 'value'; facet: ChoiceName; value: string; state: 'include' | 'exclude' }
  | { kind: 'days' }

/** All conditions that narrow the list, in the order of the address. */
export function toActiveChoices(filter: TimelineFilter): ActiveChoice[] {
  const values = [...filter.choices].flatMap(([facet, choice]) =>
    (['include', 'exclude'] as const).flatMap((state) =>
      choice[state].map((value) => ({ kind: 'value', facet, value, state }) as const),
    ),
  )
  const hasDays = filter.from !== undefined || filter.to !== undefined
  return hasDays ? [...values, { kind: 'days' }] : values
}
