import { englishMonths, englishWeekdays } from '#core/english-names.ts'

/** Names of days and months in one language. */
export interface CalendarNames {
  /** Sunday first. */
  weekdays: readonly string[]
  /** January first, short. */
  shortMonths: readonly string[]
  /** Formats a day of the month (1 to 31) with its month (1 to 12) and year. */
  writeDay: (year: number, month: number, day: number) => string
  /** Adds the day of the week to a day that `writeDay` formatted. */
  addWeekday: (day: string, weekday: string) => string
  writeMonth: (year: number, month: number) => string
}

// British English: days before months, like the archive's headings.
const english: CalendarNames = {
  weekdays: englishWeekdays,
  shortMonths: englishMonths.map((name) => (name === 'September' ? 'Sept' : name.slice(0, 3))),
  writeDay: (year, month, day) => `${day} ${englishMonths[month - 1]} ${year}`,
  addWeekday: (day, weekday) => `${weekday}, ${day}`,
  writeMonth: (year, month) => `${englishMonths[month - 1]} ${year}`,
}

const chinese: CalendarNames = {
  weekdays: Array.from('日一二三四五六', (name) => `星期${name}`),
  shortMonths: englishMonths.map((_, at) => `${at + 1}月`),
  writeDay: (year, month, day) => `${year}年${month}月${day}日`,
  addWeekday: (day, weekday) => day + weekday,
  writeMonth: (year, month) => `${year}年${month}月`,
}

/**
 * Returns the names for an interface language (BCP 47). Both scripts of Chinese use the same ones. They are the names
 * in CLDR, which `Intl` offers too. But when the first formatter is created, a browser scans all its locales, which
 * takes a quarter of the time to draw the first page. And another CLDR release could prerender other words than the
 * reader shows.
 */
export function toCalendarNames(locale: string): CalendarNames {
  return locale.startsWith('zh') ? chinese : english
}
