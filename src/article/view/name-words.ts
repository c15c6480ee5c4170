import type { Messages } from '../words.ts'

/** What names of views are made of in one language. */
export interface NameWords {
  language: string
  messages: Messages
}

/** The part of a language's messages that `toViewName` needs. */
export function pickNameWords({ view = {}, kind = {} }: Messages, language: string): NameWords {
  return { language, messages: { view, kind } }
}
