import type { CalendarNames } from './calendar-names.ts'

/** What the interface has to know of a language that it speaks, beside its messages. */
export interface LanguageFacts {
  /** Its name in itself, such as `English`. */
  name: string
  /** Locale (BCP 47) for what the browser names and formats. */
  locale: string
  /** Languages of a browser (BCP 47) that this one serves; of two languages of the interface one alone may match. */
  browserLanguages: RegExp
  calendar: CalendarNames
}
