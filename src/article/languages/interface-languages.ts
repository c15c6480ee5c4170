import type { CalendarNames } from './calendar-names.ts'
import { simplifiedChinese, traditionalChinese } from './chinese.ts'
import { english } from './english.ts'
import type { LanguageFacts } from './language-facts.ts'

/**
 * The languages that the interface speaks, in the order they are offered: a new one is a line here, its facts in this folder, and
 * its messages: a file of this name in each folder of messages, and in `language/words` of the reader. Tests fail while one of those files or a key is missing.
 */
const table = {
  en: english,
  'zh-Hans': simplifiedChinese,
  'zh-Hant': traditionalChinese,
} satisfies Record<string, LanguageFacts>

/** A language of the interface (BCP 47). */
export type InterfaceLanguage = keyof typeof table

/** What is known of each language of the interface. */
export const languageFacts: Readonly<Record<InterfaceLanguage, LanguageFacts>> = table

/** The languages of the interface, in the order they are offered. */
export const interfaceLanguages = Object.keys(table) as readonly InterfaceLanguage[]

/** Reads a language of the interface; `undefined` for any other. */
export function parseInterfaceLanguage(
  language: string | undefined,
): InterfaceLanguage | undefined {
  return interfaceLanguages.find((known) => known === language)
}

/** The names of days and months in a language of the interface, or in its locale. @throws RangeError for another one. */
export function toCalendarNames(locale: string): CalendarNames {
  const facts = Object.values(languageFacts).find((known) => known.browserLanguages.test(locale))
  if (facts === undefined) throw new RangeError(`the interface does not speak ${locale}`)
  return facts.calendar
}
