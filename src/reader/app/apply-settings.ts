import type { LocalStore } from '#reader/storage/local-store.ts'
import { defaultSettings, type Settings } from '#reader/storage/settings.ts'

const shownSettings = ['theme', 'textSize', 'measure', 'typeface', 'articlePictures'] as const

/**
 * Puts the settings that the style sheets read onto the document, now and after every change. A default is no attribute: each one that
 * comes or goes has the browser look at the style of the whole page again.
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
