import { useTranslation } from '#reader/language/use-translation.ts'
import type { ClockSetting } from '#reader/storage/settings.ts'
import { ChoiceLine } from '#reader/ui/choice-line.tsx'
import { toClockOptions } from './clock-options.ts'

interface ClockChoiceProps {
  offered: Parameters<typeof toClockOptions>[0]
  /** The clock of the list; absent if it is that of an address which somebody else shared. */
  shown: ClockSetting | undefined
  /** Name of the clock of the list. */
  clock: string
  onChoose: (setting: ClockSetting) => void
}

/** Names the clock of a list and lets the reader choose another. */
export function ClockChoice({ offered, shown, clock, onChoose }: ClockChoiceProps) {
  const { t } = useTranslation()
  return (
    <ChoiceLine
      label={t('clock.times')}
      value={shown}
      other={clock}
      options={toClockOptions(offered, t)}
      onChange={onChoose}
    />
  )
}
