const known = new Map<string, string | undefined>()

/** A language (BCP 47) as OpenGraph writes it, with its likeliest land: `zh_CN` for `zh-Hans`; `undefined` for what is no language. */
export function toOpenGraphLocale(language: string): string | undefined {
  if (!known.has(language)) known.set(language, toLanguageAndLand(language))
  return known.get(language)
}

function toLanguageAndLand(tag: string): string | undefined {
  try {
    const { language, region } = new Intl.Locale(tag).maximize()
    return region === undefined ? undefined : `${language}_${region}`
  } catch {
    // A language is whatever a post says it is.
    return undefined
  }
}
