import { readFileSync } from 'node:fs'
import {
  interfaceLanguages,
  type InterfaceLanguage,
} from '#article/languages/interface-languages.ts'

/** Languages of the interface, as their message files are named. */
export const languages = interfaceLanguages
export type Language = InterfaceLanguage

/** Folders of message files; each holds one file a language. */
export const messageFolders = [
  'src/article/messages',
  'src/article/messages/book',
  'src/article/messages/browse',
  'src/article/messages/door',
  'src/article/messages/rows',
  'src/article/messages/statistics',
  'src/reader/messages',
  'src/reader/messages/proof',
  'src/reader/messages/rare',
  'src/reader/messages/search',
]

/** Texts of one folder in one language, by key with dots. */
export function readMessages(folder: string, language: Language): Map<string, string> {
  const file = new URL(`../${folder}/${language}.json`, import.meta.url)
  const messages: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return new Map(listTexts(messages, ''))
}

/** All texts of one language. */
export function readLanguage(language: Language): Map<string, string> {
  return new Map(messageFolders.flatMap((folder) => Array.from(readMessages(folder, language))))
}

/** A key as the source names it: without the ending of a plural form. */
export function toUsedKey(key: string): string {
  return key.replace(/_(?:one|other)$/, '')
}

function listTexts(messages: unknown, prefix: string): [string, string][] {
  if (typeof messages !== 'object' || messages === null) throw new Error(`${prefix} holds no texts`)
  return Object.entries(messages).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${prefix}${name}`, value] satisfies [string, string]]
      : listTexts(value, `${prefix}${name}.`),
  )
}
