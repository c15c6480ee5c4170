import type { LocalStore } from '#reader/data/local-store.ts'
import type { Settings } from '#reader/data/settings.ts'

/** Puts the settings that the style sheets read onto the document, now and after every change. */
export function applySettings(store: LocalStore<Settings>): void {
  const apply = () => {
    const { theme, textSize, measure, typeface } = store.read()
    Object.assign(document.documentElement.dataset, { theme, textSize, measure, typeface })
  }
  store.subscribe(apply)
  apply()
}
