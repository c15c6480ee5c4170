import type { Messages } from './words.ts'

/** Languages of the interface. */
export const interfaceLanguages = ['en', 'zh-Hans', 'zh-Hant'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]

const loaders: Record<InterfaceLanguage, () => Promise<{ default: Messages }>> = {
  en: () => import('./messages/en.json'),
  'zh-Hans': () => import('./messages/zh-Hans.json'),
  'zh-Hant': () => import('./messages/zh-Hant.json'),
}

/** Loads the article's messages in one language, all below the key `article`. Only that language's file is loaded. */
export async function loadArticleMessages(language: InterfaceLanguage): Promise<Messages> {
  return (await loaders[language]()).default
}
