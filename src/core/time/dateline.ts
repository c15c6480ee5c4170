import {
  parseDateText,
  parseMonthName,
  toClockMs,
  toWrittenMs,
  type WrittenDate,
} from './date-text.ts'
import { toDay, toWeekday } from './day.ts'

const yearFirst =
  /(?<year>\d{4})[ \t]*[-/.年][ \t]*(?<month>\d{1,2})[ \t]*[-/.月][ \t]*(?<day>\d{1,2})(?!\d)[ \t]*[日号號]?/
// What stands before is no digit: `(?<!` would stop older Safari from reading the whole script, so the text is a group.
const yearLast = /(?:^|\D)(?<text>(?<first>\d{1,2})([-/.])(?<second>\d{1,2})\3(?<year>\d{4})(?!\d))/
const monthFirst =
  /(?<month>[a-z]{3,9})\.?[ \t]+(?<day>\d{1,2})(?:st|nd|rd|th)?,?[ \t]+(?<year>\d{4})(?!\d)/i
const dayFirst =
  /(?:^|\D)(?<text>(?<day>\d{1,2})(?:st|nd|rd|th)?[ \t]+(?<month>[a-z]{3,9})\.?,?[ \t]+(?<year>\d{4})(?!\d))/i
const clock =
  /(?:(?<early>上午|凌晨)|(?<late>下午|晚上)|^|\D)[ \t]*(?<hour>\d{1,2})(?:[:：]|[ \t]*[时時點点][ \t]*)(?<minute>\d{2})(?:[:：](?<second>\d{2})|分)?(?!\d)[ \t]*(?<half>[ap]\.?m\b\.?)?/i
const weekdayWord =
  /(?:星期|周|週|礼拜|禮拜)(?<chinese>[日天一二三四五六])|\b(?<english>sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}\b/i

const englishWeekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/**
 * Returns the possible readings of a printed dateline: two if day and month are ambiguous (`02/04/2014`), unless a
 * printed weekday agrees with only one; none if it is not a real date. Understands Chinese and English forms, with or
 * without a clock time.
 */
export function parseDateline(text: string): WrittenDate[] {
  if (text.length > 80) return []
  const iso = parseDateText(text)
  if (iso) return [iso].filter(isPrintedYear)
  const found = readDays(text)
  if (!found) return []
  const rest = text.replace(found.text, ' ')
  const clockMs = readClock(rest)
  // An impossible clock time or unexplained digits mean that this is some other text.
  if (clockMs === 'wrong' || /\d/.test(rest.replace(clock, ''))) return []
  const weekday = readWeekday(rest)
  const agreeing = found.days.filter((day) => toWeekday(day) === weekday)
  const readings: WrittenDate[] = []
  for (const day of agreeing.length > 0 ? agreeing : found.days) {
    readings.push({ day, ...(clockMs === undefined ? {} : { clockMs }), hasOwnOffset: false })
  }
  return readings.filter(isPrintedYear)
}

/** Years of articles on the web: a day of another year in a text is what it tells of, not when it was printed. */
function isPrintedYear({ day }: WrittenDate): boolean {
  return day >= '1970' && day < '2101'
}

/** Distance in milliseconds between a reading and an instant, ignoring zones. A day alone spans its whole 24 hours. */
export function distanceMs(reading: WrittenDate, instantMs: number): number {
  const start = toWrittenMs(reading)
  const end = reading.clockMs === undefined ? start + 86_399_999 : start
  return Math.max(start - instantMs, instantMs - end, 0)
}

function readDays(text: string): { text: string; days: string[] } | undefined {
  const either = yearLast.exec(text)
  if (either?.groups) {
    const { first, second, year } = either.groups
    const days = [
      toDay({ year: Number(year), month: Number(second), day: Number(first) }),
      toDay({ year: Number(year), month: Number(first), day: Number(second) }),
    ].filter((day) => day !== undefined)
    return { text: either.groups.text ?? '', days: [...new Set(days)] }
  }
  const match = yearFirst.exec(text) ?? monthFirst.exec(text) ?? dayFirst.exec(text)
  if (!match?.groups) return undefined
  const month = match.groups.month ?? ''
  const day = toDay({
    year: Number(match.groups.year),
    month: Number(month) || parseMonthName(month) || 0,
    day: Number(match.groups.day),
  })
  return { text: match.groups.text ?? match[0], days: day === undefined ? [] : [day] }
}

function readClock(text: string): number | 'wrong' | undefined {
  const groups = clock.exec(text)?.groups
  if (!groups) return undefined
  const written = Number(groups.hour)
  const isLate = groups.late !== undefined || /^p/i.test(groups.half ?? '')
  const isEarly = groups.early !== undefined || /^a/i.test(groups.half ?? '')
  const hour = isLate && written < 12 ? written + 12 : isEarly && written === 12 ? 0 : written
  return toClockMs({ ...groups, hour: String(hour) }) ?? 'wrong'
}

function readWeekday(text: string): number | undefined {
  const groups = weekdayWord.exec(text)?.groups
  if (groups?.english !== undefined) return englishWeekdays.indexOf(groups.english.toLowerCase())
  return groups?.chinese === undefined
    ? undefined
    : '日一二三四五六'.indexOf(groups.chinese.replace('天', '日'))
}
