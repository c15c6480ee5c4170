import { useQueryClient } from '@tanstack/react-query'
import { forgetReading } from '#reader/data/desk/late-desk.ts'
import { forgetKept } from '#reader/data/kept/tend-kept.ts'
import { agreedMirrors } from '#reader/storage/agreed-mirrors.ts'
import { lastVisit } from '#reader/storage/last-visit.ts'
import { forgetSearches } from '#reader/storage/recent-searches.ts'
import { lookValues } from '#reader/storage/look-values.ts'
import { defaultSettings, settingValues, withSetting } from '#reader/storage/settings.ts'
import { seenSignatures } from '#reader/storage/seen-signature.ts'
import { changeSettings, useSettings } from '#reader/ui/use-settings.ts'

const { clock: _clock, keepRead: _keepRead, ...others } = settingValues

/** The settings of this dialog and their values; the clock and what is kept have rows of their own. */
export const offeredValues = { ...others, ...lookValues } as const

/** A setting of this dialog. */
export type SettingName = keyof typeof offeredValues

/** The value that is shown for a stored one: what is not offered looks like the default. */
export function toOffered(name: SettingName, stored: string): string {
  const values: readonly string[] = offeredValues[name]
  return values.includes(stored) ? stored : defaultSettings[name]
}

/** Changes one setting. Whoever wants to leave no trace, or no last visit, also has what was kept of it deleted. */
export function useChangeSetting(): (name: SettingName, value: string) => void {
  const client = useQueryClient()
  const settings = useSettings()
  return (name, value) => {
    const changed = withSetting(settings, name, value)
    const hasTraces = changed.traces === 'keep'
    changeSettings(hasTraces ? changed : { ...changed, keepRead: 'off' })
    if (!hasTraces || changed.lastVisit === 'forget') lastVisit.write(undefined)
    if (hasTraces) return
    forgetSearches()
    seenSignatures.write({})
    agreedMirrors.write([])
    void forgetReading()
    void forgetKept(client)
  }
}
