import type { InterfaceLanguage } from '../load-messages.ts'
import type { Messages } from '../words.ts'

type Loader = () => Promise<{ default: Messages }>

const rowLoaders: Record<InterfaceLanguage, Loader> = {
  en: () => import('../messages/rows/en.json'),
  'zh-Hans': () => import('../messages/rows/zh-Hans.json'),
  'zh-Hant': () => import('../messages/rows/zh-Hant.json'),
}

const browseLoaders: Record<InterfaceLanguage, Loader> = {
  en: () => import('../messages/browse/en.json'),
  'zh-Hans': () => import('../messages/browse/zh-Hans.json'),
  'zh-Hant': () => import('../messages/browse/zh-Hant.json'),
}

/**
 * Loads the messages of lists without JavaScript in one language: those of rows, which the reader has in a separate
 * file, and those of the pages.
 */
export async function loadListMessages(language: InterfaceLanguage): Promise<Messages> {
  const [rows, browse] = await Promise.all([rowLoaders[language](), browseLoaders[language]()])
  return { ...rows.default, ...browse.default }
}
