import type { InterfaceLanguage } from '../languages/interface-languages.ts'
import type { Messages } from '../words.ts'

/** Loads the messages of the front door in one language; it needs those of rows too. */
export async function loadDoorMessages(language: InterfaceLanguage): Promise<Messages> {
  const file = import(`../messages/door/${language}.json`) as Promise<{ default: Messages }>
  return (await file).default
}
