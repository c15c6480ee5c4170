import type { InterfaceLanguage } from '../languages/interface-languages.ts'
import type { Messages } from '../words.ts'

/** Loads what a lifeboat says before its reader has started, in one language, below the key `lifeboat`. */
export async function loadLifeboatMessages(language: InterfaceLanguage): Promise<Messages> {
  const file = import(`../messages/lifeboat/${language}.json`) as Promise<{ default: Messages }>
  return (await file).default
}
