import type { WrittenDate } from './date-text.ts'
import { distanceMs, parseDateline } from './dateline.ts'
import { toDayStartMs } from './day.ts'
import { parseLooseDate } from './loose-date.ts'
import type { Published, SourceTimestamp, TimeFlag } from '../post/post.ts'

/** Everything that may give the source's own date and time. */
export interface TimestampSources {
  /** Dates printed in the article, verbatim, most likely first. */
  datelines: readonly string[]
  /** `Post.dateText` and `Post.epochText`. */
  dateText?: string
  epochText?: string
  published: Published
}

/** Publishers correct, embargo and live in all time zones: up to this much is not a disagreement. */
const toleranceMs = 2 * 86_400_000

/**
 * Finds the source's own date and time: a dateline of the article, preferably with a time of day; otherwise the front
 * matter's date if it has an offset of its own; otherwise the epoch comment. Printed text that is not a real date is
 * ignored.
 */
export function toSourceTimestamp(sources: TimestampSources): {
  sourceTimestamp?: SourceTimestamp
  timeFlags: TimeFlag[]
} {
  const publishedMs = toPublishedMs(sources.published)
  const dateline = pickDateline(sources.datelines, sources.published)
  const sourceTimestamp = pickTimestamp(sources, dateline)
  return {
    ...(sourceTimestamp ? { sourceTimestamp } : {}),
    timeFlags: dateline && isFar(dateline.reading, publishedMs) ? ['datelineDiffers'] : [],
  }
}

/** `Published` as it is read from the wire, where an absent field may be undefined. */
export interface PublishedDates {
  publishedAt?: string | undefined
  publishedOn?: string | undefined
}

/** A printed date, verbatim, and what it means. */
export interface Dateline {
  text: string
  reading: WrittenDate
}

function pickTimestamp(
  { dateText, epochText }: TimestampSources,
  dateline: Dateline | undefined,
): SourceTimestamp | undefined {
  if (dateline) return { text: dateline.text, origin: toOrigin(dateline.text) }
  if (dateText !== undefined && parseLooseDate(dateText)?.hasOwnOffset === true) {
    return { text: dateText, origin: 'frontMatter' }
  }
  if (epochText !== undefined && /^-?\d+$/.test(epochText)) {
    return { text: epochText, origin: 'epochComment' }
  }
  return undefined
}

// Nobody prints an instant with a `T`: it comes from a machine-readable attribute.
function toOrigin(text: string): 'dateline' | 'markup' {
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? 'markup' : 'dateline'
}

/**
 * Picks the first candidate with a time of day, otherwise the first day. Several different days are headings of a list
 * rather than datelines; of those, only one close to the publication counts.
 */
function pickDateline(datelines: readonly string[], published: Published): Dateline | undefined {
  const publishedMs = toPublishedMs(published)
  const read = datelines.flatMap((text) => readDateline(text, published) ?? [])
  const clocked = read.find(({ reading }) => reading.clockMs !== undefined)
  if (clocked || new Set(read.map(({ reading }) => reading.day)).size < 2) return clocked ?? read[0]
  return read.find(({ reading }) => !isFar(reading, publishedMs))
}

/** Reads a printed date; of two readings takes the one nearer to the publication. */
export function readDateline(text: string, published: PublishedDates): Dateline | undefined {
  const publishedMs = toPublishedMs(published)
  const [first, second] = parseDateline(text)
  if (!first) return undefined
  const isSecondNearer =
    second !== undefined &&
    publishedMs !== undefined &&
    distanceMs(second, publishedMs) < distanceMs(first, publishedMs)
  return { text, reading: isSecondNearer ? second : first }
}

function isFar(reading: WrittenDate, publishedMs: number | undefined): boolean {
  return publishedMs !== undefined && distanceMs(reading, publishedMs) > toleranceMs
}

function toPublishedMs({ publishedAt, publishedOn }: PublishedDates): number | undefined {
  if (publishedAt !== undefined) return Date.parse(publishedAt)
  return publishedOn === undefined ? undefined : toDayStartMs(publishedOn)
}
