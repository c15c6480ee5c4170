import type { PostSummary } from '#contract/timeline-shard.ts'
import { isWholeDay, toKnownDay } from '#core/time/known-day.ts'
import type { WrittenDate } from '#core/time/date-text.ts'
import { toOffsetMs, toOffsetText } from '#core/time/zone-offset.ts'
import type { Words } from '../words.ts'
import { toClockText, toZonedDay } from '../zoned-time.ts'

/** The clock of a list's days and times. */
export interface ListClock {
  /** IANA name of a zone; for the clocks of sources, the zone of posts whose source shows none. */
  timeZone: string
  /** Reads what the source's own clock showed; present if the list has the clocks of sources. */
  readSource?: (row: RowDates) => WrittenDate | undefined
}

/** What a row says of its time. */
type RowDates = Pick<PostSummary, 'publishedAt' | 'publishedOn' | 'sourceTimestamp' | 'timeFlags'>

/** The time of day in a row, and the clock that shows it; each is absent when it is unknown. */
export interface RowTimeText {
  time?: string
  /** `UTC`, `UTC+8`, or that it is the source's own clock, which need not say where it stands. */
  clock?: string
}

/** The time of day of a row on the clock of its list. */
export function toRowTime(row: RowDates, clock: ListClock, words: Words): RowTimeText {
  const { publishedAt } = row
  if (publishedAt === undefined) return {}
  const own = clock.readSource?.(row)
  if (own === undefined) {
    const { timeZone } = clock
    const offset = toOffsetMs(Date.parse(publishedAt), timeZone)
    return { time: toClockText(publishedAt, timeZone), clock: toOffsetText(offset) }
  }
  const { clockMs, offsetMinutes } = own
  if (clockMs === undefined) return {}
  const name =
    offsetMinutes === undefined
      ? words('timeline.sourceClock')
      : toOffsetText(offsetMinutes * 60_000)
  return { time: new Date(clockMs).toISOString().slice(11, 16), clock: name }
}

/**
 * The day (`YYYY-MM-DD`) of a row on the clock of its list, or as much of it as is known (`2019`); `undefined` when it is
 * unknown.
 */
export function toRowDay(row: RowDates, clock: ListClock): string | undefined {
  const { publishedAt } = row
  if (publishedAt === undefined) return toKnownDay(row)
  return clock.readSource?.(row)?.day ?? toZonedDay(publishedAt, clock.timeZone)
}

/** The month or year (`2019-03`, `2019`) of a row of which no more is known; `undefined` for all others. */
export function toKnownPart(row: RowDates): string | undefined {
  const known = toKnownDay(row)
  return known === undefined || isWholeDay(known) ? undefined : known
}

/** Says which clock a day is told by: `UTC+8`, or the sources' own. */
export function toDayClockText(day: string, clock: ListClock, words: Words): string {
  if (clock.readSource !== undefined) return words('timeline.sourceClock')
  return toOffsetText(toOffsetMs(Date.parse(`${day}T12:00:00Z`), clock.timeZone))
}
