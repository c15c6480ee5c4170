import { toDay, toDayOfWeek, toDayOfYear } from './day.ts'
import { findMonth } from './month-name.ts'

/** A day, month or year found in a text. */
export interface FoundDay {
  /** The text without it. */
  rest: string
  year: number
  /** From 1; absent where only the year is written or readable. */
  month?: number
  day?: number
  /** Set when a month or a day is written that does not exist. */
  isCut?: true
  /** Both readings of a day like `03/04/2021`, each `YYYY-MM-DD`; then only the year is sure. */
  readings?: readonly string[]
}

const han = '〇零○一二三四五六七八九十廿卅'
const number = String.raw`(?:\d{1,2}|[${han}]{1,3})`
const free = String.raw`(?:^|[^\d+.-])`
// All but signs of ASCII, Latin-1 and CJK: an engine takes half a second to compile these forms with \p{L}. The micro
// sign is none of them: where case does not count it is the letter of Greek months.
const signs = String.raw`\0-@[-\x60{-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2000-\u206f\u3000-\u303f`
const letter = `[^${signs}]`
const word = String.raw`(?:^|[${signs}])(?<month>${letter}{3,11})\.?`
const ordinal = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?`
const link = String.raw`(?:[ ](?:of|del?))?`
const wholeYear = String.raw`(?<year>\d{4})(?![\d:])`

/** Forms of a day, the surest first. What they match beside the groups is separators. */
const forms = [
  String.raw`(?:^|[^\w+.-])(?<year>\d{4})-?W(?<week>\d{2})(?:-?(?<weekday>[1-7]))?(?!\d)`,
  String.raw`${free}(?<year>\d{4})[ ]?(?<sign>[-/._])[ ]?(?<month>\d{1,2})[ ]?\k<sign>[ ]?(?<day>\d{1,2})(?!\d)`,
  String.raw`(?<year>\d{4}|[${han}]{4})[ ]?[年년][ ]?(?:(?<month>${number})[ ]?[月월][ ]?(?:(?<day>${number})[ ]?[日号號일])?)?`,
  String.raw`(?:^|\D)${ordinal}${link}${word},?${link}(?:[ ]|-|[ ]?')${wholeYear}`,
  String.raw`${word}[ -]?${ordinal}(?:,[ ]?|[ -])${wholeYear}`,
  // `Fri Sep 3 11:21:31 CEST 2021`, with the clock taken out.
  String.raw`${word}[ ]${ordinal}[ ]*\0(?<between>[^\d\0+-]{0,12}(?:[+-]\d{2}:?\d{2})?[ ]*)${wholeYear}`,
  // The same with the day first: `Mo 3. Mai 11:21:31 CEST 2021`.
  String.raw`(?:^|\D)${ordinal}${word}[ ]*\0(?<between>[^\d\0+-]{0,12}(?:[+-]\d{2}:?\d{2})?[ ]*)${wholeYear}`,
  String.raw`(?<year>\d{4})(?<sign>[-/. ]|, |\. )(?<month>${letter}{3,11})[-/. ](?<day>\d{1,2})(?!\d)`,
  // `2021. gada 5. marts`
  String.raw`(?:^|\D)(?<year>\d{4})\.?[ ]gada[ ](?<day>\d{1,2})\.?[ ](?<month>${letter}{3,11})`,
  // `5 tháng 9 năm 2021`
  String.raw`(?:^|\D)(?<day>\d{1,2})[ ]tháng[ ](?<month>\d{1,2}),?[ ](?:năm[ ])?${wholeYear}`,
  String.raw`(?:^|\D)(?<day>\d{1,2})${word}(?:[ ]|-|[ ]?')(?<short>\d{2})(?![\d:.])`,
  String.raw`(?:^|\D)(?<first>\d{1,2})(?<sign>[-/.])(?<second>\d{1,2})\k<sign>${wholeYear}`,
  String.raw`^(?<year>\d{4})-?(?<dayOfYear>\d{3})$`,
  String.raw`^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?!\d)`,
  String.raw`${free}(?<year>\d{4})[-/.](?<month>\d{1,2})(?![\d/.-])`,
  String.raw`${word},?${link}[ ]${wholeYear}`,
  String.raw`^(?<year>\d{4})(?<month>0[1-9]|1[0-2])?$`,
  // Other numbers of four digits in a text are rarely years.
  String.raw`(?:^|\D)(?<year>1\d{3}|20\d{2}|2100)(?!\d)`,
].map((form) => new RegExp(form, 'i'))

/**
 * Finds a day in a text that its clock time was taken out of, or the part of one that can be read: of `2021-02-30` the
 * month, of `2021-13-45` the year. `undefined` when not even a year can be read.
 */
export function findLooseDay(text: string): FoundDay | undefined {
  for (const form of forms) {
    const match = form.exec(text)
    const found = match?.groups && readGroups(match.groups)
    if (!match || !found) continue
    return { ...found, rest: text.replace(match[0], ` ${match.groups?.between ?? ''} `) }
  }
  return undefined
}

type Groups = Record<string, string | undefined>

function readGroups(groups: Groups): Omit<FoundDay, 'rest'> | undefined {
  const { first, second, dayOfYear, week } = groups
  const year = groups.short === undefined ? toNumber(groups.year ?? '') : toCentury(groups.short)
  if (toDay({ year, month: 1, day: 1 }) === undefined) return undefined
  if (first !== undefined && second !== undefined) return readNumeric(year, groups)
  if (week !== undefined) return readWeek(year, Number(week), groups.weekday)
  if (dayOfYear !== undefined) return fromText(toDayOfYear(year, Number(dayOfYear)))
  if (groups.month === undefined) return { year }
  const isName = /^\p{L}/u.test(groups.month) && !/^[一二三四五六七八九十廿卅]/.test(groups.month)
  const month = isName ? (findMonth(groups.month) ?? 0) : toNumber(groups.month)
  // A word that is no month belongs to another form: `on 2021` is a year.
  if (isName && month === 0) return undefined
  if (month < 1 || month > 12) return { year, isCut: true }
  if (groups.day === undefined) return { year, month }
  const day = toNumber(groups.day)
  const isReal = toDay({ year, month, day }) !== undefined
  return isReal ? { year, month, day } : { year, month, isCut: true }
}

/** Reads `30.08.2020`, `30/08/2020` and `08/30/2020`; with points the day comes first wherever they are used. */
function readNumeric(
  year: number,
  { first, second, sign }: Groups,
): Omit<FoundDay, 'rest'> | undefined {
  const [a, b] = [Number(first), Number(second)]
  const days = [toDay({ year, month: b, day: a })]
  if (sign !== '.') days.push(toDay({ year, month: a, day: b }))
  const readings = [...new Set(days)].filter((day) => day !== undefined)
  return readings.length === 2
    ? { year, readings }
    : (fromText(readings[0]) ?? { year, isCut: true })
}

/** Reads `2021-W05-3`; of a week alone the month is known, where all its days are in one. */
function readWeek(
  year: number,
  week: number,
  weekday: string | undefined,
): Omit<FoundDay, 'rest'> | undefined {
  if (weekday !== undefined) {
    return fromText(toDayOfWeek(year, week, Number(weekday))) ?? { year, isCut: true }
  }
  const [start, end] = [1, 7].map((day) => toDayOfWeek(year, week, day))
  if (start === undefined || start.slice(0, 7) !== end?.slice(0, 7)) return { year, isCut: true }
  return { year, month: Number(start.slice(5, 7)), isCut: true }
}

function fromText(text: string | undefined): Omit<FoundDay, 'rest'> | undefined {
  if (text === undefined) return undefined
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return { year, month, day }
}

/** Years of two digits as in RFC 2822: 00 to 49 are of this century. */
function toCentury(short: string): number {
  return Number(short) + (Number(short) < 50 ? 2000 : 1900)
}

const chineseDigits = '〇一二三四五六七八九'

/** Reads digits, Chinese digits (`二〇二一`) or a Chinese number below 100 (`二十四`, `廿四`). */
function toNumber(written: string): number {
  const plain = written.replace('廿', '二十').replace('卅', '三十').replace(/[零○]/g, '〇')
  const [tens = '', ones] = plain.split('十')
  if (ones === undefined) return toDigits(plain)
  return (tens === '' ? 1 : toDigits(tens)) * 10 + toDigits(ones)
}

function toDigits(text: string): number {
  return Number(
    text.replace(/[〇一二三四五六七八九]/g, (sign) => String(chineseDigits.indexOf(sign))),
  )
}
