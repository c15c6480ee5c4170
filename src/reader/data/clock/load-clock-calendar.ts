// Loaded with the first clock other than the archive's.
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { postsPerClockFile, toClockSpan, type ClockPlace } from '#contract/clocks/clock-place.ts'
import { dataPath, type FileHash } from '#contract/file-names.ts'
import type { Calendar } from '#core/selection/calendar.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { sourceClock, type ClockName } from '#core/time/clock.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { fetchBytes } from '#reader/data/files/fetch-file.ts'
import { listBoundParts, toDayBounds, type ClockBounds } from './clock-bounds.ts'
import { buildSourceCalendar, buildZoneCalendar } from './clock-files.ts'

const clockFileQuery = (hash: FileHash) =>
  queryOptions({
    queryKey: ['clock-file', hash],
    queryFn: ({ signal }) => fetchBytes(dataPath('clocks', hash), { hash, signal }),
    staleTime: Infinity,
    gcTime: Infinity,
  })

/** The calendar on another clock than the archive's, of the days that a filter may show. */
export async function loadClockCalendar(
  client: QueryClient,
  archive: Calendar,
  { clock, ...filter }: TimelineFilter & { clock: ClockName },
): Promise<Calendar> {
  const bounds = clock === sourceClock ? {} : toDayBounds(filter)
  const { clocks } = await client.ensureQueryData(manifestQuery())
  // No post has a time of day: every day is the same on every clock.
  if (clocks === undefined) return archive
  const rows = archive.days.at(-1)?.end ?? 0
  const parts = await Promise.all(
    listFiles(archive, clocks, { clock, bounds }).map(async ({ start, file }) => ({
      start,
      end: toClockSpan(start, rows).end,
      bytes: await client.ensureQueryData(clockFileQuery(file)),
    })),
  )
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
