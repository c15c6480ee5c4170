import { toDay, toDayStartMs } from './day.ts'

/** A parsed date as it was written, not yet converted to UTC. */
export interface WrittenDate {
  /** `YYYY-MM-DD` as written, in whatever zone was meant. */
  day: string
  /** Milliseconds since midnight of that day; absent when no time of day is written. */
  clockMs?: number
  /** Minutes east of UTC; absent when no zone is written. */
  offsetMinutes?: number
  /**
   * True for a numeric offset (`+01:00`), which is the author's own. `Z`, `UTC` and `GMT` say nothing about the
   * author's zone.
   */
  hasOwnOffset: boolean
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/**
 * Returns the number (1 to 12) of an English month from its name or at least its first three letters; `undefined` for
 * other words.
 */
export function parseMonthName(word: string): number | undefined {
  const at =
    word.length < 3 ? -1 : months.findIndex((month) => month.startsWith(word.toLowerCase()))
  return at === -1 ? undefined : at + 1
}

const clock = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?`
const zone = String.raw`(?<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)`
const yearFirst = new RegExp(
  String.raw`^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})(?:(?:T|[ \t]+)${clock}[ \t]*${zone}?)?$`,
  'i',
)
/** The RFC 822 form that feeds use: */
const dayFirst = new RegExp(
  String.raw`^(?:[a-z]{3,9},?[ \t]+)?(?<day>\d{1,2})[ \t]+(?<month>[a-z]{3,9})\.?[ \t]+(?<year>\d{4})(?:[ \t]+${clock}[ \t]*${zone}?)?$`,
  'i',
)

/**
 * Parses the date forms of front matter: ISO 8601, its looser variants, and the form of feeds. Every part is checked
 * against its range: hour 45, 31 February or the year 20 yield `undefined`; nothing rolls over.
 */
export function parseDateText(text: string): WrittenDate | undefined {
  const trimmed = text.trim()
  const groups = (yearFirst.exec(trimmed) ?? dayFirst.exec(trimmed))?.groups
  if (!groups) return undefined
  const month = Number(groups.month) || parseMonthName(groups.month ?? '') || 0
  const day = toDay({ year: Number(groups.year), month, day: Number(groups.day) })
  if (day === undefined) return undefined
  if (groups.hour === undefined) return { day, hasOwnOffset: false }
  const clockMs = toClockMs(groups)
  const offsetMinutes = groups.zone === undefined ? undefined : toOffsetMinutes(groups.zone)
  if (clockMs === undefined || Number.isNaN(offsetMinutes)) return undefined
  return {
    day,
    clockMs,
    ...(offsetMinutes === undefined ? {} : { offsetMinutes }),
    hasOwnOffset: /^[+-]/.test(groups.zone ?? ''),
  }
}

/** Converts the digits of a clock time to milliseconds since midnight; `undefined` when one is out of range. */
export function toClockMs(groups: Record<string, string | undefined>): number | undefined {
  const hour = Number(groups.hour)
  const minute = Number(groups.minute ?? 0)
  const second = Number(groups.second ?? 0)
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const milliseconds = Number((groups.fraction ?? '').slice(0, 3).padEnd(3, '0'))
  return ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds
}

/** Returns NaN for an offset that no place on earth uses. */
function toOffsetMinutes(text: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(text)
  if (!match) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  if (minutes > 14 * 60 || Number(match[3] ?? 0) > 59) return Number.NaN
  return match[1] === '-' ? -minutes : minutes
}

/** Converts to milliseconds since 1970. A date without a zone counts as UTC, a day alone as its midnight. */
export function toWrittenMs(date: WrittenDate): number {
  return toDayStartMs(date.day) + (date.clockMs ?? 0) - (date.offsetMinutes ?? 0) * 60_000
}

/**
 * Formats an instant, in milliseconds, the way posts store it: ISO 8601 with `Z`, with milliseconds only if they are
 * not zero.
 */
export function toInstantText(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}
