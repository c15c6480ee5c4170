import { useSyncExternalStore } from 'react'
import type { Settings } from '#reader/storage/settings.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'

/** The settings of this browser; rerenders when they change. */
export function useSettings(): Settings {
  return useSyncExternalStore(settingsStore.subscribe, settingsStore.read)
}

/** One of the settings; rerenders when it changes, and not for any other. */
export function useSetting<Name extends keyof Settings>(name: Name): Settings[Name] {
  return useSyncExternalStore(settingsStore.subscribe, () => settingsStore.read()[name])
}

/** Changes some settings and remembers them. */
export function changeSettings(change: Partial<Settings>): void {
  settingsStore.write({ ...settingsStore.read(), ...change })
}
