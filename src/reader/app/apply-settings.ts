import type { LocalStore } from '#reader/storage/local-store.ts'
import type { Settings } from '#reader/storage/settings.ts'
import { showLookOf } from './shown-look.ts'

/** Mirrors the settings that the style sheets read on the document, now and after every change. */
export function applySettings(store: LocalStore<Settings>): void {
  const apply = () => {
    const settings = store.read()
    showLookOf(settings)
    if (settings.theme !== 'time') return
    // Where it does not come, the theme of this hour stays until the next visit.
    import('./follow-hours.ts').then(
      ({ followHours }) => followHours(apply),
      () => undefined,
    )
  }
  store.subscribe(apply)
  apply()
}
