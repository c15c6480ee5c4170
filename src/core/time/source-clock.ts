import { toWrittenMs, type WrittenDate } from './date-text.ts'
import { parseLooseDate } from './loose-date.ts'
import { readDateline, type PublishedDates } from './source-timestamp.ts'
import type { SourceTimestamp } from '../post/post.ts'

/**
 * Reads what the source's own clock showed: the day, mostly a time of day, sometimes an offset. `undefined` where that
 * is unknown: a mirror's epoch names an instant but no place.
 */
export function readSourceClock(
  timestamp: SourceTimestamp | undefined,
  published: PublishedDates,
): WrittenDate | undefined {
  if (timestamp === undefined || timestamp.origin === 'epochComment') return undefined
  if (timestamp.origin === 'frontMatter') return readOwn(timestamp.text)
  return readDateline(timestamp.text, published)?.reading
}

/** A name that places share, as `CST`, tells the time of day but no offset. */
function readOwn(text: string): WrittenDate | undefined {
  const read = parseLooseDate(text)
  if (read?.otherOffsets === undefined) return read
  const { offsetMinutes: _, ...date } = read
  return date
}

/**
 * Whether a source timestamp says the same instant as the time of publication, as exactly as it is written. A clock
 * without an offset names no instant.
 */
export function isSameInstant(
  timestamp: SourceTimestamp,
  { publishedAt }: Pick<PublishedDates, 'publishedAt'>,
): boolean {
  if (publishedAt === undefined) return false
  const ms = toTimestampMs(timestamp)
  const unitMs = hasSeconds(timestamp) ? 1000 : 60_000
  return (
    ms !== undefined && Math.floor(ms / unitMs) === Math.floor(Date.parse(publishedAt) / unitMs)
  )
}

function toTimestampMs({ text, origin }: SourceTimestamp): number | undefined {
  if (origin === 'epochComment') return /^-?\d+$/.test(text) ? Number(text) : undefined
  const written = readOwn(text)
  const isInstant = written?.clockMs !== undefined && written.offsetMinutes !== undefined
  return isInstant ? toWrittenMs(written) : undefined
}

function hasSeconds({ text, origin }: SourceTimestamp): boolean {
  return origin === 'epochComment' || /\d:\d{2}:\d{2}/.test(text)
}
