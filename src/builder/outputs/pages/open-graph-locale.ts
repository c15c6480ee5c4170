const known = new Map<string, string | undefined>()

/**
 * A language (BCP 47) as an OpenGraph locale with its likeliest region: `zh_CN` for `zh-Hans`; `undefined` for invalid
 * tags.
 */
export function toOpenGraphLocale(language: string): string | undefined {
  if (!known.has(language)) known.set(language, toLanguageAndLand(language))
  return known.get(language)
}

function toLanguageAndLand(tag: string): string | undefined {
  try {
    const { language, region } = new Intl.Locale(tag).maximize()
    return region === undefined ? undefined : `${language}_${region}`
  } catch {
    // Posts may declare anything as their language.
    return undefined
  }
}
