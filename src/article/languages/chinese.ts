import type { CalendarNames } from './calendar-names.ts'
import type { LanguageFacts } from './language-facts.ts'

// Both scripts name days alike.
const calendar: CalendarNames = {
  weekdays: Array.from('日一二三四五六', (name) => `星期${name}`),
  shortWeekdays: Array.from('日一二三四五六'),
  shortMonths: Array.from({ length: 12 }, (_, at) => `${at + 1}月`),
  writeDay: (year, month, day) => `${year}年${month}月${day}日`,
  addWeekday: (day, weekday) => day + weekday,
  writeMonth: (year, month) => `${year}年${month}月`,
  writeYear: (year) => `${year}年`,
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
