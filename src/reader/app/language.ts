import i18next, { changeLanguage, exists, init } from 'i18next'
import {
  interfaceLanguages,
  loadArticleMessages,
  type InterfaceLanguage,
} from '#article/load-messages.ts'
import type { Settings } from '#reader/data/settings.ts'
import english from '../messages/en.json'

const loaders = {
  en: () => Promise.resolve({ default: english }),
  'zh-Hans': () => import('../messages/zh-Hans.json'),
  'zh-Hant': () => import('../messages/zh-Hant.json'),
}

/** The interface language for a setting: its own, else the first of the browser's that is spoken here, else English. */
export function toInterfaceLanguage(
  setting: Settings['language'],
  browserLanguages: readonly string[],
): InterfaceLanguage {
  if (setting !== 'auto') return setting
  for (const language of browserLanguages) {
    if (/^zh-(?:hant|tw|hk|mo)\b/i.test(language)) return 'zh-Hant'
    if (/^zh\b/i.test(language)) return 'zh-Hans'
    const spoken = interfaceLanguages.find((known) => known === language.split('-')[0])
    if (spoken !== undefined) return spoken
  }
  return 'en'
}

/** Makes the interface speak a language; its messages are fetched first, so that no half-translated page appears. */
export async function showLanguage(language: InterfaceLanguage): Promise<void> {
  const [reader] = await Promise.all([
    loaders[language](),
    // The timeline does not pay for the words of articles and searches; once they are in use, every language needs them.
    exists('article') ? addArticleWords(language) : undefined,
    exists('search.best') ? addSearchWords(language) : undefined,
  ])
  i18next.addResourceBundle(language, 'translation', reader.default, true)
  await changeLanguage(language)
  document.documentElement.lang = language
}

/** Adds the article's words in the language that is shown, for the routes that need them. */
export async function showArticleWords(): Promise<void> {
  await addArticleWords(findShownLanguage())
}

/** Adds the words of the search in the language that is shown. */
export async function showSearchWords(): Promise<void> {
  await addSearchWords(findShownLanguage())
}

function findShownLanguage(): InterfaceLanguage {
  return interfaceLanguages.find((language) => language === i18next.language) ?? 'en'
}

async function addSearchWords(language: InterfaceLanguage): Promise<void> {
  await (await import('./search-words.ts')).addSearchWords(language)
}

async function addArticleWords(language: InterfaceLanguage): Promise<void> {
  i18next.addResourceBundle(language, 'translation', await loadArticleMessages(language), true)
}

/** Starts i18next. English stands in for messages of a language whose file could not be had. */
export async function startLanguage(language: InterfaceLanguage): Promise<void> {
  await init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: english } },
    // React escapes by itself.
    interpolation: { escapeValue: false },
  })
  // The page must come up without them too; the next change of language asks again.
  await showLanguage(language).catch(() => undefined)
}
