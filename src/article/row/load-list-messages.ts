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

/** The words of lists without script in one language: of rows, which the reader has in a file of its own, and of the pages. */
export async function loadListMessages(language: InterfaceLanguage): Promise<Messages> {
  const [rows, browse] = await Promise.all([rowLoaders[language](), browseLoaders[language]()])
  return { ...rows.default, ...browse.default }
}
