import { englishMonths, englishWeekdays } from '#core/time/english-names.ts'
import type { CalendarDate } from './calendar-names.ts'
import type { LanguageFacts } from './language-facts.ts'

export const english: LanguageFacts = {
  name: 'English',
  // Days before months, like the archive's headings.
  locale: 'en-GB',
  browserLanguages: /^en\b/i,
  calendar: {
    weekdays: englishWeekdays,
    shortWeekdays: englishWeekdays.map((name) => name.slice(0, 3)),
    shortMonths: englishMonths.map((name) => (name === 'September' ? 'Sept' : name.slice(0, 3))),
    writeDay: (year, month, day) => `${day} ${englishMonths[month - 1]} ${year}`,
    addWeekday: (day, weekday) => `${weekday}, ${day}`,
    writeMonth: (year, month) => `${englishMonths[month - 1]} ${year}`,
    writeYear: (year) => String(year),
    writeSpan,
  },
}

function writeSpan(from: CalendarDate, to: CalendarDate): string {
  const [fromYear, fromMonth, fromDay] = from
  const [year, month, day] = to
  const isSameYear = fromYear === year
  const isSameMonth = isSameYear && fromMonth === month
  if (isSameMonth && fromDay !== undefined && day !== undefined && fromDay < day)
    return `${fromDay}\u2013${writeDate(to)}`
  const first = isSameYear
    ? writeDate(from).slice(0, -String(fromYear).length).trim()
    : writeDate(from)
  return `${first} to ${writeDate(to)}`
}

function writeDate([year, month, day]: CalendarDate): string {
  const name = month === undefined ? undefined : englishMonths[month - 1]
  return [day, name, year].filter((part) => part !== undefined).join(' ')
}
