import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Calendar } from '#core/selection/calendar.ts'
import { isWithinDays, withClock, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { sourceClock } from '#core/time/clock.ts'
import { calendarQuery } from '#reader/data/archive/site-queries.ts'

const keep = { staleTime: Infinity, gcTime: Infinity }

/**
 * The calendar on a filter's clock. On the archive's own it needs nothing more; on another it fetches what the filter's
 * days may need, and posts outside these days keep the archive's.
 */
export const clockCalendarQuery = (filter: TimelineFilter) => {
  const { clock, from, to, choices } = filter
  const hasBounds = clock !== undefined && clock !== sourceClock
  return queryOptions({
    queryKey: ['clock-calendar', clock, hasBounds && [from, to, choices.get('year')?.include]],
    queryFn: async ({ client }): Promise<Calendar> => {
      const archive = client.ensureQueryData(calendarQuery())
      if (clock === undefined) return archive
      const { loadClockCalendar } = await import('./load-clock-calendar.ts')
      return loadClockCalendar(client, await archive, { ...filter, clock })
    },
    ...keep,
  })
}

/**
 * The calendar that a filter's posts depend on: its clock matters only if it is narrowed to days. What the days of its
 * query are, is answered with the query.
 */
export const filterCalendarQuery = (filter: TimelineFilter) =>
  clockCalendarQuery(isWithinDays(filter) ? filter : withClock(filter, undefined))

/** How a row reads the clock of its source; needed only where a list has the clocks of sources. */
export const sourceReaderQuery = queryOptions({
  queryKey: ['source clock code'],
  queryFn: async () => (await import('#core/time/source-clock.ts')).readSourceClock,
  ...keep,
})

/**
 * Fetches what a filter needs on its clock, so that a list on the screen stays there until it is laid out anew. What
 * fails here, the list asks for again, and says so.
 */
export async function loadClock(client: QueryClient, filter: TimelineFilter): Promise<void> {
  await Promise.all([
    client.prefetchQuery(clockCalendarQuery(filter)),
    filter.clock === sourceClock ? client.prefetchQuery(sourceReaderQuery) : undefined,
  ])
}
