const languageNames = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** The language that a folder is named by (`fr`, `zh_tw`, `pt-BR`); `undefined` when it is no name of one. */
export function toFolderLanguage(name: string): string | undefined {
  if (!/^[a-z]{2}(?:[-_](?:[a-z]{2}|hans|hant|latn|cyrl))?$/i.test(name)) return undefined
  const tag = name.replace('_', '-')
  const { language, script } = new Intl.Locale(tag).maximize()
  if (languageNames.of(language) === undefined) return undefined
  // The scripts of Chinese are told apart by their names everywhere else too.
  return language === 'zh' ? `zh-${script ?? 'Hans'}` : Intl.getCanonicalLocales(tag)[0]
}

const languageName = /^(.+)\.([a-z]{2}(?:[-_][a-z]{2,4})?)(\.[a-z]+)$/i

/** Splits the name of a file for one language (`tide.fr.md`); `undefined` for any other name. */
export function splitLanguageName(name: string): { name: string; language: string } | undefined {
  const [, stem = '', tag = '', ending = ''] = languageName.exec(name) ?? []
  const language = toFolderLanguage(tag)
  return language === undefined ? undefined : { name: stem + ending, language }
}
