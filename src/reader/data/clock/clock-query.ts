import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { postsPerClockFile, toClockSpan, type ClockPlace } from '#contract/clocks/clock-place.ts'
import { dataPath, type FileHash } from '#contract/file-names.ts'
import type { Calendar } from '#core/selection/calendar.ts'
import { isWithinDays, withClock, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { sourceClock, type ClockName } from '#core/time/clock.ts'
import { calendarQuery, manifestQuery } from '#reader/data/archive/site-queries.ts'
import { fetchBytes } from '#reader/data/files/fetch-file.ts'
import { listBoundParts, toDayBounds, type ClockBounds } from './clock-bounds.ts'

const keep = { staleTime: Infinity, gcTime: Infinity }

const clockFileQuery = (hash: FileHash) =>
  queryOptions({
    queryKey: ['clock-file', hash],
    queryFn: ({ signal }) => fetchBytes(dataPath('clocks', hash), { hash, signal }),
    ...keep,
  })

/**
 * The calendar on a filter's clock. On the archive's own it needs nothing more; on another it fetches what the filter's
 * days may need, and posts outside these days keep the archive's.
 */
export const clockCalendarQuery = (filter: TimelineFilter) => {
  const { clock } = filter
  const bounds = clock === undefined || clock === sourceClock ? {} : toDayBounds(filter)
  return queryOptions({
    queryKey: ['clock-calendar', clock, bounds.from, bounds.to],
    queryFn: async ({ client }): Promise<Calendar> => {
      const archive = await client.ensureQueryData(calendarQuery())
      return clock === undefined ? archive : loadCalendar(client, archive, { clock, bounds })
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

async function loadCalendar(
  client: QueryClient,
  archive: Calendar,
  { clock, bounds }: { clock: ClockName; bounds: ClockBounds },
): Promise<Calendar> {
  const { clocks } = await client.ensureQueryData(manifestQuery())
  // No post has a time of day: every day is the same on every clock.
  if (clocks === undefined) return archive
  const rows = archive.days.at(-1)?.end ?? 0
  const [{ buildSourceCalendar, buildZoneCalendar }, parts] = await Promise.all([
    import('./clock-files.ts'),
    Promise.all(
      listFiles(archive, clocks, { clock, bounds }).map(async ({ start, file }) => ({
        start,
        end: toClockSpan(start, rows).end,
        bytes: await client.ensureQueryData(clockFileQuery(file)),
      })),
    ),
  ])
  return clock === sourceClock
    ? buildSourceCalendar(archive, parts)
    : buildZoneCalendar(archive, clock, parts)
}

function listFiles(
  archive: Calendar,
  { times, sourceDays }: ClockPlace,
  { clock, bounds }: { clock: ClockName; bounds: ClockBounds },
): { start: number; file: FileHash }[] {
  if (clock === sourceClock) return sourceDays
  return listBoundParts(archive, bounds, times.length).flatMap(({ start }) => {
    const file = times[start / postsPerClockFile]
    return file === undefined ? [] : [{ start, file }]
  })
}

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
