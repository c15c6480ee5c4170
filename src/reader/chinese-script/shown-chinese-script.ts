import { useSyncExternalStore } from 'react'
import type { Settings } from '#reader/storage/settings.ts'

/** The Chinese script that texts of the archive are shown in, and its converter. */
export interface ShownChineseScript {
  script: Exclude<Settings['chineseScript'], 'written'>
  /** The same text in that script, as long as before. */
  convert: (text: string) => string
}

const loaders = {
  'zh-Hans': async () => (await import('./to-simplified.ts')).makeSimplifier(),
  'zh-Hant': async () => (await import('./to-traditional.ts')).makeTraditionalizer(),
}

/** The Chinese script that was chosen and, once its dictionary is loaded, its converter. */
class ChineseScriptChoice {
  readonly #listeners = new Set<() => void>()
  #wanted: Settings['chineseScript'] = 'written'
  #shown: ShownChineseScript | undefined

  /**
   * Shows another script as soon as its dictionary is loaded; until then texts stay as they are.
   * @throws when the dictionary could not be loaded: texts are then shown as written, and the script may be chosen again.
   */
  async want(script: Settings['chineseScript']): Promise<void> {
    if (script === this.#wanted) return
    this.#wanted = script
    if (script === 'written') {
      this.#show(undefined)
      return
    }
    try {
      const convert = await loaders[script]()
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

/** The script of this page. */
export const chineseScriptChoice = new ChineseScriptChoice()

/** Whether a language (BCP 47) is Chinese. */
export function isChinese(language: string | undefined): boolean {
  return language !== undefined && /^zh\b/i.test(language)
}

const asWritten = (text: string) => text

/** The converter for texts of a language, and the language they are then in; texts stay as written unless another script is chosen. */
export function useShownText(language: string | undefined): {
  show: (text: string) => string
  language: string | undefined
} {
  const shown = useSyncExternalStore(chineseScriptChoice.subscribe, chineseScriptChoice.read)
  if (shown === undefined || !isChinese(language)) return { show: asWritten, language }
  return { show: shown.convert, language: shown.script }
}
