import { useTranslation } from '#reader/language/use-translation.ts'
import type { ClockSetting } from '#reader/storage/settings.ts'
import { toClockOptions } from './clock-options.ts'
import styles from './clock-choice.module.css'

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
  const options = toClockOptions(offered, t)
  return (
    <label className={styles.choice}>
      <span>{t('clock.times')}</span>
      <select
        value={shown ?? ''}
        onChange={({ target: { value } }) => {
          const chosen = options.find((option) => option.value === value)
          if (chosen !== undefined) onChoose(chosen.value)
        }}
      >
        {shown === undefined ? <option value="">{clock}</option> : null}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}
