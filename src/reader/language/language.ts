import {
  interfaceLanguages,
  loadArticleMessages,
  type InterfaceLanguage,
} from '#article/load-messages.ts'
import type { Messages } from '#article/words.ts'
import type { Settings } from '#reader/storage/settings.ts'
import { interfaceWords } from './interface-words.ts'
import englishRows from '#article/messages/rows/en.json'
import english from '#reader/messages/en.json'

const englishWords: readonly Messages[] = [english, englishRows]

// The words of the interface and those of rows, which pages without script say too; both in one file to fetch.
const loaders: Record<InterfaceLanguage, () => Promise<readonly Messages[]>> = {
  en: () => Promise.resolve(englishWords),
  'zh-Hans': async () => (await import('./words/simplified.ts')).simplifiedWords,
  'zh-Hant': async () => (await import('./words/traditional.ts')).traditionalWords,
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
    hasWords('article.byline') ? addArticleWords(language) : undefined,
    hasWords('search.best') ? addSearchWords(language) : undefined,
  ])
  for (const words of reader) interfaceWords.add(language, words)
  interfaceWords.show(language)
}

/** Adds the article's words in the language that is shown, for the routes that need them. */
export async function showArticleWords(): Promise<void> {
  await addArticleWords(interfaceWords.read().language)
}

/** Adds the words of the search in the language that is shown. */
export async function showSearchWords(): Promise<void> {
  await addSearchWords(interfaceWords.read().language)
}

function hasWords(key: string): boolean {
  return interfaceWords.read().t(key) !== key
}

// Each search and each article asks for its words: a part that is there already must not take a turn of the browser's each time.
const added = new Set<string>()

async function addSearchWords(language: InterfaceLanguage): Promise<void> {
  if (added.has(`search ${language}`)) return
  await (await import('./search-words.ts')).addSearchWords(language)
  added.add(`search ${language}`)
}

async function addArticleWords(language: InterfaceLanguage): Promise<void> {
  if (added.has(`article ${language}`)) return
  interfaceWords.add(language, await loadArticleMessages(language))
  added.add(`article ${language}`)
}

/** Gives the interface its first words. English stands in for messages of a language whose file could not be had. */
export async function startLanguage(language: InterfaceLanguage): Promise<void> {
  for (const words of englishWords) interfaceWords.add('en', words)
  // The page must come up without them too; the next change of language asks again.
  await showLanguage(language).catch(() => undefined)
}
