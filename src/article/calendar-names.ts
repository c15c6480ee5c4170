import { englishMonths, englishWeekdays } from '#core/english-names.ts'

/** How one language names days and months. */
export interface CalendarNames {
  /** Sunday first. */
  weekdays: readonly string[]
  /** January first, short. */
  shortMonths: readonly string[]
  /** A day of the month (1 to 31) with its month (1 to 12) and year. */
  writeDay: (year: number, month: number, day: number) => string
  /** A day that `writeDay` wrote, with its day of the week. */
  addWeekday: (day: string, weekday: string) => string
  writeMonth: (year: number, month: number) => string
}

// As in British English: days before months, like the archive's headings.
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
 * The names of a language of the interface (BCP 47): both scripts of Chinese name days alike. They are those of CLDR, which `Intl` gives
 * as well; but a browser looks through all its locales when the first formatter is made, a quarter of the time in which the first page
 * is drawn, and another release of CLDR would write other words into pages than the reader shows.
 */
export function toCalendarNames(locale: string): CalendarNames {
  return locale.startsWith('zh') ? chinese : english
}
