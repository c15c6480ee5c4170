import { parseInterfaceLanguage, type InterfaceLanguage } from './interface-languages.ts'

/** The interface language that best matches the archive; `languages` are those of the posts, most frequent first. */
export function chooseInterfaceLanguage(languages: readonly string[]): InterfaceLanguage {
  return parseInterfaceLanguage(languages[0]) ?? 'en'
}
