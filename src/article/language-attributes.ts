import { textDirection } from '#core/text/language.ts'

/** `lang` and `dir` of an element with a post's own words; none when the language is undecided. */
export function languageAttributes(language: string | undefined): {
  lang?: string
  dir?: 'ltr' | 'rtl'
} {
  return language === undefined ? {} : { lang: language, dir: textDirection(language) }
}
