import { tz } from '@date-fns/tz'
import { tzOffset } from '@date-fns/tz/tzOffset'
// Not from the package's entry, which loads three hundred files in a quarter of a second.
import { startOfDay } from 'date-fns/startOfDay'
import type { PostSummary } from '#contract/timeline-shard.ts'

const dayMs = 86_400_000

/** When a row was published: an instant, only a day, or neither. */
export type RowDates = Pick<PostSummary, 'publishedAt' | 'publishedOn'> & {
  /** The month or year of `publishedOn` where no more is known. */
  knownPart?: string | undefined
}

/**
 * Instant by which a post is sorted, in milliseconds. A day alone counts as its first moment in the archive's zone;
 * without any date it is `-Infinity`, so that undated posts come first.
 */
export function toSortInstant(published: RowDates, timeZone: string): number {
  if (published.publishedAt !== undefined) return Date.parse(published.publishedAt)
  if (published.publishedOn === undefined) return -Infinity
  const noon = Date.parse(`${published.publishedOn}T12:00:00Z`)
  if (timeZone === 'UTC') return noon - 43_200_000
  // Offsets range from -12 to +14 hours, so noon of that day in the zone is within a day of noon UTC.
  const localNoon = noon - tzOffset(timeZone, new Date(noon)) * 60_000
  return startOfDay(localNoon, { in: tz(timeZone) }).getTime()
}

/** The day (`YYYY-MM-DD`) on which a post falls in a zone; `undefined` when it has no date. */
export function toZoneDay(published: RowDates, timeZone: string): string | undefined {
  if (published.publishedAt === undefined) return published.publishedOn
  if (timeZone === 'UTC') return published.publishedAt.slice(0, 10)
  const instant = Date.parse(published.publishedAt)
  const local = instant + tzOffset(timeZone, new Date(instant)) * 60_000
  return new Date(local).toISOString().slice(0, 10)
}

/** As `toZoneDay`, but only the month or year where no more is known. */
export function toKnownZoneDay(published: RowDates, timeZone: string): string | undefined {
  return published.knownPart ?? toZoneDay(published, timeZone)
}

/** Returns a function from milliseconds to their UTC day, memoized by day. */
export function makeUtcDays(): (ms: number) => string {
  const days = new Map<number, string>()
  return (ms) => {
    const number = Math.floor(ms / dayMs)
    const known = days.get(number)
    if (known !== undefined) return known
    const day = new Date(number * dayMs).toISOString().slice(0, 10)
    days.set(number, day)
    return day
  }
}
