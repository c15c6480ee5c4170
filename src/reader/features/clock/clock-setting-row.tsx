import { useTranslation } from '#reader/language/use-translation.ts'
import type { ClockSetting as ClockValue } from '#reader/storage/settings.ts'
import { Segmented } from '#reader/ui/segmented.tsx'
import { toClockOptions } from './clock-options.ts'
import { useClockChoice } from './use-clock-choice.ts'

/** The clock of all lists, in the settings. The zones of the archive and of this device are named. */
export function ClockSettingRow() {
  const { t } = useTranslation()
  const { offered, shown = 'archive', choose } = useClockChoice()
  return (
    <Segmented<ClockValue>
      label={t('clock.name')}
      value={shown}
      options={toClockOptions(offered, t)}
      onChange={choose}
    />
  )
}
