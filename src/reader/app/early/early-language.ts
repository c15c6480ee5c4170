/** The interface language of the reader, as `toInterfaceLanguage` chooses it, for a setting that may hold anything. */
export function toEarlyLanguage(setting: string, browserLanguages: readonly string[]): string {
  if (/^(?:en|zh-Han[st])$/.test(setting)) return setting
  for (const language of browserLanguages) {
    if (/^zh-hant\b|^zh-(?:tw|hk|mo)\b/i.test(language)) return 'zh-Hant'
    if (/^zh\b/i.test(language)) return 'zh-Hans'
    if (/^en\b/i.test(language)) return 'en'
  }
  return 'en'
}

/** The setting as it is stored; an empty text where there is none. */
export function readLanguageSetting(): string {
  try {
    const settings: unknown = JSON.parse(localStorage.getItem('broadsheet.settings') ?? '{}')
    return String(Object(settings).language)
  } catch {
    return ''
  }
}
