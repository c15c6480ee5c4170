import { parseMonthName } from '#core/time/date-text.ts'
import type { DateField } from '#core/selection/query-days.ts'

/** First and last day, inclusive, each `YYYY-MM-DD`. An absent bound leaves that end open. */
export interface DayBounds {
  from?: string
  to?: string
}

interface WrittenPeriod {
  year: number
  month?: number
  day?: number
}

const number = String.raw`(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})`
// Bounded: a query may hold thousands of spaces, and a pattern would try them all.
const gap = String.raw`\s{0,3}`
const signs = String.raw`[\s/.-]{0,3}`
const forms = [
  // 2022年11月24日, 二〇二二年十一月
  String.raw`(?<year>\d{4}|[〇零○一二三四五六七八九]{4})${gap}年(?:${gap}(?<month>${number})(?:${gap}月(?:${gap}(?<day>${number})${gap}[日号號]?)?)?)?`,
  // November 2022, November 24, 2022
  String.raw`(?<month>[a-z]{3,9})${signs}(?:(?<day>\d{1,2})(?:st|nd|rd|th)?[\s,/-]{1,3})?,?${gap}(?<year>\d{4})`,
  // 24 November 2022
  String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?${signs}(?<month>[a-z]{3,9})[\s,/.-]{0,3}(?<year>\d{4})`,
  // 2022-November-24
  String.raw`(?<year>\d{4})[/.-]?(?<month>[a-z]{3,9})\.?(?:[/.-]?(?<day>\d{1,2}))?`,
  // 2022, 2022-11, 2022-11-24, and with the sign after which the next number will be typed
  String.raw`(?<year>\d{4})(?:(?<sign>[/.-])(?:(?<month>\d{1,2})(?:\k<sign>(?<day>\d{1,2})?)?)?)?`,
  // 20221124, 202211
  String.raw`(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)?`,
]
const range = String.raw`${gap}(?:\.{2,9}|…{1,2}|‥|~|〜|～|–|—{1,2}|至|到)${gap}`
const any = `(?:${forms.map((form) => form.replaceAll(/\(\?<(?![=!])\w+>/g, '(?:').replaceAll(String.raw`\k<sign>`, '[/.-]')).join('|')})`

const wholeForms = forms.map((form) => new RegExp(`^${form}$`, 'iu'))
const rangePattern = new RegExp(range, 'u')
// The longest of the forms is not always the first one that matches: each alternative must end where a text may end.
const valuePattern = new RegExp(
  String.raw`(?:${any}${range}${any}|${any}${range}|${range}${any}|${any})(?=$|[\s|｜)）])`,
  'iuy',
)

/** End of the date that begins at a place of a query, even if it holds spaces; `undefined` where there is none. */
export function findDateEnd(input: string, start: number): number | undefined {
  valuePattern.lastIndex = start
  const text = valuePattern.exec(input)?.[0].trimEnd() ?? ''
  return parseQueryDate('date', text) === undefined ? undefined : start + text.length
}

/**
 * The days that a date in a query means; `undefined` if it is none. `date:` takes a day, a month or a year, or a range
 * of them; `after:` means from its first day on, and `before:` up to the day before that, so that `after:2022
 * before:2023` is the year 2022.
 */
export function parseQueryDate(field: DateField, written: string): DayBounds | undefined {
  const text = written.trim()
  const [first = '', last, ...more] = text.split(rangePattern)
  if (last === undefined || field !== 'date') {
    const bounds = toBounds(text)
    if (bounds === undefined || field === 'date') return bounds
    return field === 'after' ? { from: bounds.from } : { to: toDayText(bounds.fromMs - dayMs) }
  }
  return more.length > 0 ? undefined : toRange(first, last)
}

function toRange(first: string, last: string): DayBounds | undefined {
  const [start, end] = [toBounds(first), toBounds(last)]
  if (first === '') return end && { to: end.to }
  if (last === '') return start && { from: start.from }
  if (start === undefined || end === undefined) return undefined
  // The days between two dates, whichever is named first.
  const isReversed = start.from > end.from
  return isReversed ? { from: end.from, to: start.to } : { from: start.from, to: end.to }
}

interface PeriodBounds extends Required<DayBounds> {
  fromMs: number
}

const dayMs = 86_400_000

/** First and last day of a written day, month or year. */
function toBounds(text: string): PeriodBounds | undefined {
  const period = parsePeriod(text)
  if (period === undefined) return undefined
  const { year, month, day } = period
  const fromMs = toMs(year, month ?? 1, day ?? 1)
  if (fromMs === undefined) return undefined
  const nextMs =
    day === undefined
      ? month === undefined
        ? Date.UTC(year + 1, 0, 1)
        : Date.UTC(year, month, 1)
      : fromMs + dayMs
  return { from: toDayText(fromMs), to: toDayText(nextMs - dayMs), fromMs }
}

function parsePeriod(text: string): WrittenPeriod | undefined {
  const digits = text.normalize('NFKC')
  for (const form of wholeForms) {
    const groups = form.exec(digits)?.groups
    if (groups === undefined) continue
    const month = parseMonth(groups.month)
    // A word that is no month.
    if (groups.month !== undefined && month === undefined) continue
    const day = groups.day === undefined ? undefined : parseNumber(groups.day)
    const year = parseNumber(groups.year ?? '')
    return {
      year,
      ...(month === undefined ? {} : { month }),
      ...(day === undefined ? {} : { day }),
    }
  }
  return undefined
}

function parseMonth(written: string | undefined): number | undefined {
  if (written === undefined) return undefined
  return /^[a-z]/i.test(written) ? parseMonthName(written) : parseNumber(written)
}

const chineseDigits = '〇一二三四五六七八九'

/** Reads digits, Chinese digits (`二〇二二`) or a Chinese number below 100 (`二十四`, `廿四`). */
function parseNumber(written: string): number {
  const plain = written.replace('廿', '二十').replace('卅', '三十').replaceAll(/[零○]/g, '〇')
  const [tens = '', ones] = plain.split('十')
  if (ones === undefined) return toDigits(plain)
  return (tens === '' ? 1 : toDigits(tens)) * 10 + toDigits(ones)
}

function toDigits(text: string): number {
  return Number(
    text.replaceAll(/[〇一二三四五六七八九]/g, (sign) => String(chineseDigits.indexOf(sign))),
  )
}

/** Midnight of a day; `undefined` if there is no such day. Any year of four digits: a query may reach beyond all posts. */
function toMs(year: number, month: number, day: number): number | undefined {
  if (year < 1000) return undefined
  const ms = Date.UTC(year, month - 1, day)
  const date = new Date(ms)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? ms : undefined
}

function toDayText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
