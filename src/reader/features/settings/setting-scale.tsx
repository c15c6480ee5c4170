import { useId } from 'react'
import { useTranslation } from '#reader/language/use-translation.ts'
import { lookValues } from '#reader/storage/look-values.ts'
import { useChoice } from '#reader/ui/use-choice.ts'
import { useSetting } from '#reader/ui/use-settings.ts'
import type { SteppedName } from './setting.tsx'
import { toTextPercent } from './text-percent.ts'
import { toOffered, useChangeSetting } from './use-change-setting.ts'
import styles from './settings-dialog.module.css'

/** One setting whose values are the steps of a scale: a slider, and the chosen value in words. */
export function SettingScale({ name }: { name: SteppedName }) {
  const { t } = useTranslation()
  const id = useId()
  const change = useChangeSetting()
  const values: readonly string[] = lookValues[name]
  const [shown, choose] = useChoice(toOffered(name, useSetting(name)), (value) => {
    change(name, value)
  })
  const words =
    name === 'textSize'
      ? t('settings.textSize.percent', { number: toTextPercent(shown) })
      : t(`settings.${name}.${shown}`)
  return (
    <div className={styles.scale}>
      <label htmlFor={id}>{t(`settings.${name}.name`)}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={values.length - 1}
        step={1}
        value={values.indexOf(shown)}
        aria-valuetext={words}
        onChange={({ target }) => {
          choose(values[target.valueAsNumber] ?? shown)
        }}
      />
      <span aria-hidden="true">{words}</span>
    </div>
  )
}
