import { useSyncExternalStore } from 'react'
import type { Settings } from '#reader/storage/settings.ts'

/** The Chinese script in which the archive's texts are shown, and its converter. */
export interface ShownChineseScript {
  script: Exclude<Settings['chineseScript'], 'written'>
  /** Converts a text to that script; the length stays the same. */
  convert: (text: string) => string
}

const loaders = {
  'zh-Hans': async () => (await import('./to-simplified.ts')).makeSimplifier(),
  'zh-Hant': async () => (await import('./to-traditional.ts')).makeTraditionalizer(),
}

/** Nobody waits at an empty place for a dictionary of half a megabyte: one that is late is waited for again. */
async function loadPatiently<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load()
    } catch (error) {
      if (!(error instanceof Error && 'kind' in error && error.kind === 'late')) throw error
    }
  }
}

/** The chosen Chinese script and, once its dictionary is loaded, its converter. */
class ChineseScriptChoice {
  readonly #listeners = new Set<() => void>()
  #wanted: Settings['chineseScript'] = 'written'
  #shown: ShownChineseScript | undefined

  /**
   * Switches to another script as soon as its dictionary is loaded; until then texts stay as they are.
   * @throws when the dictionary could not be loaded: texts are then shown as written, and the script can be chosen
   * again.
   */
  async want(script: Settings['chineseScript']): Promise<void> {
    if (script === this.#wanted) return
    this.#wanted = script
    if (script === 'written') {
      this.#show(undefined)
      return
    }
    try {
      const convert = await loadPatiently(loaders[script])
      if (this.#wanted === script) this.#show({ script, convert })
    } catch (error) {
      if (this.#wanted === script) {
        this.#wanted = 'written'
        this.#show(undefined)
      }
      throw error
    }
  }

  #show(shown: ShownChineseScript | undefined): void {
    this.#shown = shown
    for (const listener of this.#listeners) listener()
  }

  readonly read = (): ShownChineseScript | undefined => this.#shown

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }
}

/** The script choice of this page. */
export const chineseScriptChoice = new ChineseScriptChoice()

/** Whether a language (BCP 47) is Chinese. */
export function isChinese(language: string | undefined): boolean {
  return language !== undefined && /^zh\b/i.test(language)
}

const asWritten = (text: string) => text

/**
 * The converter for texts in a language, and the language of the result. Texts stay as written unless another script is
 * chosen.
 */
export function useShownText(language: string | undefined): {
  show: (text: string) => string
  language: string | undefined
} {
  const shown = useSyncExternalStore(chineseScriptChoice.subscribe, chineseScriptChoice.read)
  if (shown === undefined || !isChinese(language)) return { show: asWritten, language }
  return { show: shown.convert, language: shown.script }
}
