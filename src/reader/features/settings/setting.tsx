import { languageFacts, parseInterfaceLanguage } from '#article/languages/interface-languages.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Segmented } from '#reader/ui/segmented.tsx'
import { useSettings } from '#reader/ui/use-settings.ts'
import {
  offeredValues,
  toOffered,
  useChangeSetting,
  type SettingName,
} from './use-change-setting.ts'

/** One setting and its values, side by side. */
export function Setting({ name }: { name: Exclude<SettingName, SteppedName> }) {
  const { t } = useTranslation()
  const change = useChangeSetting()
  const settings = useSettings()
  return (
    <Segmented<string>
      label={t(`settings.${name}.name`)}
      value={toOffered(name, settings[name])}
      options={offeredValues[name].map((value) => ({
        value,
        label: toLanguageName(name, value) ?? t(`settings.${name}.${value}`),
      }))}
      onChange={(value) => {
        change(name, value)
      }}
    />
  )
}

/** A setting whose values are the steps of a scale. */
export type SteppedName = 'textSize' | 'measure' | 'lineHeight'

/** Languages are offered under their own names, whatever the interface language. */
function toLanguageName(setting: SettingName, value: string): string | undefined {
  const language = setting === 'language' ? parseInterfaceLanguage(value) : undefined
  return language && languageFacts[language].name
}
