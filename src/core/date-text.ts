import { toDay, toDayStartMs } from './day.ts'

/** A date as it is written, understood but not yet moved to UTC. */
export interface WrittenDate {
  /** `YYYY-MM-DD` as written, in whatever zone that is. */
  day: string
  /** Milliseconds since that day's midnight; absent when no time of day is written. */
  clockMs?: number
  /** Minutes east of UTC; absent when no zone is written. */
  offsetMinutes?: number
  /** True for an offset in figures (`+01:00`), which is the writer's own; `Z`, `UTC` and `GMT` tell nothing of the kind. */
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

/** Number of an English month (1 to 12) from its name or its first three letters or more; `undefined` for other words. */
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
/** As feeds write it: `Sun, 30 Aug 2020 21:56:11 +0000`. */
const dayFirst = new RegExp(
  String.raw`^(?:[a-z]{3,9},?[ \t]+)?(?<day>\d{1,2})[ \t]+(?<month>[a-z]{3,9})\.?[ \t]+(?<year>\d{4})(?:[ \t]+${clock}[ \t]*${zone}?)?$`,
  'i',
)

/**
 * Reads the date forms of front matter: ISO 8601 and its looser relatives, and the form of feeds. Everything is checked
 * against its range: 45 o'clock, 31 February or the year 20 give `undefined`, nothing rolls over.
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

/** Milliseconds since midnight from the figures of a clock; `undefined` when one is out of range. */
export function toClockMs(groups: Record<string, string | undefined>): number | undefined {
  const hour = Number(groups.hour)
  const minute = Number(groups.minute ?? 0)
  const second = Number(groups.second ?? 0)
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const milliseconds = Number((groups.fraction ?? '').slice(0, 3).padEnd(3, '0'))
  return ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds
}

/** NaN for an offset no place on earth has. */
function toOffsetMinutes(text: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(text)
  if (!match) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  if (minutes > 14 * 60 || Number(match[3] ?? 0) > 59) return Number.NaN
  return match[1] === '-' ? -minutes : minutes
}

/** Milliseconds since 1970, reading a date without a zone as UTC and a day alone as its midnight. */
export function toWrittenMs(date: WrittenDate): number {
  return toDayStartMs(date.day) + (date.clockMs ?? 0) - (date.offsetMinutes ?? 0) * 60_000
}

/** An instant, in milliseconds, as posts write it: ISO 8601 with `Z`, milliseconds only where there are any. */
export function toInstantText(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}
