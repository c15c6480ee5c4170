import type { InterfaceLanguage } from '#article/load-messages.ts'
import { interfaceWords } from './interface-words.ts'

const loaders = {
  en: () => import('#reader/messages/search/en.json'),
  'zh-Hans': () => import('#reader/messages/search/zh-Hans.json'),
  'zh-Hant': () => import('#reader/messages/search/zh-Hant.json'),
}

/** Adds the words of the search in one language. The first page does without them. */
export async function addSearchWords(language: InterfaceLanguage): Promise<void> {
  const { default: words } = await loaders[language]()
  interfaceWords.add(language, words)
}
