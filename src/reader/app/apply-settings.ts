import type { LocalStore } from '#reader/storage/local-store.ts'
import { defaultSettings, type Settings } from '#reader/storage/settings.ts'

const shownSettings = ['theme', 'textSize', 'measure', 'typeface', 'articlePictures'] as const

/**
 * Mirrors the settings that the style sheets read as attributes of the document, now and after every change. A default
 * has no attribute: every attribute that changes makes the browser recalculate the style of the whole page.
 */
export function applySettings(store: LocalStore<Settings>): void {
  const apply = () => {
    const settings = store.read()
    const { dataset } = document.documentElement
    for (const name of shownSettings) {
      if (settings[name] === defaultSettings[name]) delete dataset[name]
      else dataset[name] = settings[name]
    }
  }
  store.subscribe(apply)
  apply()
}
