import {
  interfaceLanguages,
  languageFacts,
  type InterfaceLanguage,
} from '#article/languages/interface-languages.ts'
import { loadArticleMessages } from '#article/load-messages.ts'
import type { Messages } from '#article/words.ts'
import type { Settings } from '#reader/storage/settings.ts'
import englishRows from '#article/messages/rows/en.json'
import english from '../messages/en.json'
import { interfaceWords } from './interface-words.ts'

type MessageFile = Promise<{ default: Messages }>

const englishWords: readonly Messages[] = [english, englishRows]

type PageWords = Promise<{ words: readonly Messages[] }>

/**
 * The words of every page in one language: the reader's own, and those of rows, which pages without JavaScript share.
 * English is bundled; both files of another language form one module, because each request delays the first page.
 */
export async function loadPageWords(language: InterfaceLanguage): Promise<readonly Messages[]> {
  if (language === 'en') return englishWords
  return (await (import(`./words/${language.toLowerCase()}.ts`) as PageWords)).words
}

/** The words of searches in one language; the first page does not need them. */
export async function loadSearchWords(language: InterfaceLanguage): Promise<Messages> {
  return (await (import(`../messages/search/${language}.json`) as MessageFile)).default
}

/** The words of settings, keys, calendar, About and missing pages in one language; these are opened rarely. */
export async function loadRareWords(language: InterfaceLanguage): Promise<Messages> {
  return (await (import(`../messages/rare/${language}.json`) as MessageFile)).default
}

/**
 * The interface language for a setting: the one that is set, or the first supported language of the browser, or
 * English.
 */
export function toInterfaceLanguage(
  setting: Settings['language'],
  browserLanguages: readonly string[],
): InterfaceLanguage {
  if (setting !== 'auto') return setting
  for (const wanted of browserLanguages) {
    const spoken = interfaceLanguages.find((language) =>
      languageFacts[language].browserLanguages.test(wanted),
    )
    if (spoken !== undefined) return spoken
  }
  return 'en'
}

/** Switches the interface to a language. Fetches its messages first, so that no half-translated page appears. */
export async function showLanguage(language: InterfaceLanguage): Promise<void> {
  const [reader] = await Promise.all([
    loadPageWords(language),
    // Words of articles, of searches and rare ones are loaded on first use; from then on every language needs them.
    hasWords('article.byline') ? addArticleWords(language) : undefined,
    hasWords('search.best') ? addSearchWords(language) : undefined,
    hasWords('settings.theme.name') ? addRareWords(language) : undefined,
  ])
  for (const words of reader) interfaceWords.add(language, words)
  interfaceWords.show(language)
}

/** Adds the article's words in the current language, for the routes that need them. */
export async function showArticleWords(): Promise<void> {
  await addArticleWords(interfaceWords.read().language)
}

/** Adds the search's words in the current language. */
export async function showSearchWords(): Promise<void> {
  await addSearchWords(interfaceWords.read().language)
}

/** Adds the words of settings, keys, calendar, About and missing pages in the current language. */
export async function showRareWords(): Promise<void> {
  await addRareWords(interfaceWords.read().language)
}

function hasWords(key: string): boolean {
  return interfaceWords.read().t(key) !== key
}

// Every search and every article loads its words: awaiting an import again would cost a task even when it is loaded.
const added = new Set<string>()

async function addSearchWords(language: InterfaceLanguage): Promise<void> {
  if (added.has(`search ${language}`)) return
  interfaceWords.add(language, await loadSearchWords(language))
  added.add(`search ${language}`)
}

async function addRareWords(language: InterfaceLanguage): Promise<void> {
  if (added.has(`rare ${language}`)) return
  interfaceWords.add(language, await loadRareWords(language))
  added.add(`rare ${language}`)
}

async function addArticleWords(language: InterfaceLanguage): Promise<void> {
  if (added.has(`article ${language}`)) return
  interfaceWords.add(language, await loadArticleMessages(language))
  added.add(`article ${language}`)
}

/** Loads the interface's first words. Falls back to English when a language's messages cannot be fetched. */
export async function startLanguage(language: InterfaceLanguage): Promise<void> {
  for (const words of englishWords) interfaceWords.add('en', words)
  // The page must start without them, too. The next change of language fetches them again.
  await showLanguage(language).catch(() => undefined)
}
