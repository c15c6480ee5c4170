import { buildLocalStore } from './local-store.ts'
import { parseSettings, type Settings } from './settings.ts'

/** Key of the settings in local storage; `early-theme.ts` reads the same key before the first paint. */
export const settingsKey = 'broadsheet.settings'

/** The settings of this browser. */
export const settingsStore = buildLocalStore<Settings>({
  key: settingsKey,
  parse: parseSettings,
  format: (settings) => JSON.stringify(settings),
})
