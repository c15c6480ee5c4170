import type { InterfaceLanguage } from '#article/languages/interface-languages.ts'
import { makeWords, type Messages, type Words } from '#article/words.ts'

/** The interface's words and their language. */
export interface Translation {
  /** Returns the words for a key. A new function when the language changes. */
  t: Words
  language: InterfaceLanguage
}

/** The messages of every loaded language, and the language shown. Missing messages fall back to English. */
export class InterfaceWords {
  readonly #loaded = new Map<InterfaceLanguage, { messages: Messages; words: Words }>()
  readonly #listeners = new Set<() => void>()
  #shown = this.#translate('en')

  /** Adds messages to a language; they replace earlier ones with the same keys. */
  add(language: InterfaceLanguage, messages: Messages): void {
    const all = mergeMessages(this.#loaded.get(language)?.messages ?? {}, messages)
    this.#loaded.set(language, { messages: all, words: makeWords(all, language) })
  }

  /** Shows a language and notifies all subscribers. */
  show(language: InterfaceLanguage): void {
    if (language === this.#shown.language) return
    this.#shown = this.#translate(language)
    for (const listener of this.#listeners) listener()
  }

  /** The current translation; the same object until another language is shown. */
  readonly read = (): Translation => this.#shown

  /** Calls a listener whenever another language is shown. @returns what unsubscribes it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  // Messages are looked up on use: adding some later, such as those of articles, must not render every component again.
  #translate(language: InterfaceLanguage): Translation {
    const t: Words = (key, values) => {
      const text = this.#loaded.get(language)?.words(key, values) ?? key
      return text === key ? (this.#loaded.get('en')?.words(key, values) ?? key) : text
    }
    return { t, language }
  }
}

/** The words of this page. */
export const interfaceWords = new InterfaceWords()

function mergeMessages(known: Messages, added: Messages): Messages {
  const merged = { ...known }
  for (const [key, value] of Object.entries(added)) {
    const before = merged[key]
    const areBoth = typeof before === 'object' && typeof value === 'object'
    merged[key] = areBoth ? mergeMessages(before, value) : value
  }
  return merged
}
