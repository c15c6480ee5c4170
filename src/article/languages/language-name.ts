/** Name of a language, in the language of `locale`; the tag itself when it is not a language. */
export function toLanguageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch (error) {
    // An address may name anything as a language.
    if (error instanceof RangeError) return tag
    throw error
  }
}
