import type { InterfaceLanguage } from '../languages/interface-languages.ts'
import type { Messages } from '../words.ts'

/** Loads what a book says beside the texts of its posts, in one language, below the key `book`. */
export async function loadBookMessages(language: InterfaceLanguage): Promise<Messages> {
  const file = import(`../messages/book/${language}.json`) as Promise<{ default: Messages }>
  return (await file).default
}
