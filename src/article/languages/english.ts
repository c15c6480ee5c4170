import { englishMonths, englishWeekdays } from '#core/time/english-names.ts'
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
  },
}
