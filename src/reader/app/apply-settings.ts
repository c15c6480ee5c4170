import type { LocalStore } from '#reader/data/local-store.ts'
import type { Settings } from '#reader/data/settings.ts'

/** Puts the settings that the style sheets read onto the document, now and after every change. */
export function applySettings(store: LocalStore<Settings>): void {
  const apply = () => {
    const { theme, textSize, measure, typeface, articlePictures } = store.read()
    const shown = { theme, textSize, measure, typeface, articlePictures }
    Object.assign(document.documentElement.dataset, shown)
  }
  store.subscribe(apply)
  apply()
}
