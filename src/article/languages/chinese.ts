import type { CalendarDate, CalendarNames } from './calendar-names.ts'
import type { LanguageFacts } from './language-facts.ts'

type PartialDate = readonly [
  year: number | undefined,
  month: number | undefined,
  day: number | undefined,
]

// Both scripts name days alike.
const calendar: CalendarNames = {
  weekdays: Array.from('日一二三四五六', (name) => `星期${name}`),
  shortWeekdays: Array.from('日一二三四五六'),
  shortMonths: Array.from({ length: 12 }, (_, at) => `${at + 1}月`),
  writeDay: (year, month, day) => `${year}年${month}月${day}日`,
  addWeekday: (day, weekday) => day + weekday,
  writeMonth: (year, month) => `${year}年${month}月`,
  writeYear: (year) => `${year}年`,
  writeSpan: (from, to) => `${writeDate(from)}至${writeDate(toChangedParts(from, to))}`,
}

function writeDate([year, month, day]: PartialDate): string {
  return writePart(year, '年') + writePart(month, '月') + writePart(day, '日')
}

function writePart(part: number | undefined, sign: string): string {
  return part === undefined ? '' : `${part}${sign}`
}

/** What a later date says that the one before it does not: `30日至31日`. */
function toChangedParts(from: CalendarDate, [year, month, day]: CalendarDate): PartialDate {
  if (from[0] !== year) return [year, month, day]
  return from[1] !== month || day === undefined
    ? [undefined, month, day]
    : [undefined, undefined, day]
}

export const simplifiedChinese: LanguageFacts = {
  name: '简体中文',
  locale: 'zh-Hans',
  browserLanguages: /^zh\b(?!-(?:hant|tw|hk|mo)\b)/i,
  calendar,
}

export const traditionalChinese: LanguageFacts = {
  name: '繁體中文',
  locale: 'zh-Hant',
  browserLanguages: /^zh-(?:hant|tw|hk|mo)\b/i,
  calendar,
}
