import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { languageFacts, parseInterfaceLanguage } from '#article/languages/interface-languages.ts'
import { forgetKept } from '#reader/data/kept/tend-kept.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { agreedMirrors } from '#reader/storage/agreed-mirrors.ts'
import { lastVisit } from '#reader/storage/last-visit.ts'
import { forgetSearches } from '#reader/storage/recent-searches.ts'
import { settingValues, withSetting } from '#reader/storage/settings.ts'
import { seenSignatures } from '#reader/storage/seen-signature.ts'
import { visitedPosts } from '#reader/storage/visited-posts.ts'
import { Dialog } from '#reader/ui/dialog.tsx'
import { Segmented } from '#reader/ui/segmented.tsx'
import { changeSettings, useSettings } from '#reader/ui/use-settings.ts'
import styles from './settings-dialog.module.css'

interface SettingsDialogProps {
  /** The choices that lists share: their language and their clock. */
  lists: ReactNode
  /** What is kept and stored on this device. */
  kept: ReactNode
  onClose: () => void
}

/** All settings of the reader. Changes take effect at once and are stored in this browser. */
export function SettingsDialog({ lists, kept, onClose }: SettingsDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('settings.name')} onClose={onClose}>
      <div className={styles.settings}>
        <Setting name="theme" />
        <Setting name="textSize" />
        <Setting name="typeface" />
        <Setting name="measure" />
        <Setting name="language" />
        <Setting name="chineseScript" />
        {lists}
        <Setting name="articlePictures" />
        <Setting name="timelinePictures" />
        <p className={styles.hint}>{t('settings.picturesHint')}</p>
        <Setting name="lastVisit" />
        <p className={styles.hint}>{t('settings.lastVisitHint')}</p>
        <Setting name="traces" />
        <p className={styles.hint}>{t('settings.tracesHint')}</p>
        {kept}
      </div>
    </Dialog>
  )
}

function Setting({ name }: { name: Exclude<keyof typeof settingValues, 'clock' | 'keepRead'> }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const settings = useSettings()
  return (
    <Segmented<string>
      label={t(`settings.${name}.name`)}
      value={settings[name]}
      options={settingValues[name].map((value) => ({
        value,
        label: toLanguageName(name, value) ?? t(`settings.${name}.${value}`),
      }))}
      onChange={(value) => {
        const changed = withSetting(settings, name, value)
        const hasTraces = changed.traces === 'keep'
        changeSettings(hasTraces ? changed : { ...changed, keepRead: 'off' })
        if (!hasTraces || changed.lastVisit === 'forget') lastVisit.write(undefined)
        if (hasTraces) return
        forgetSearches()
        visitedPosts.write(new Set())
        seenSignatures.write({})
        agreedMirrors.write([])
        void forgetKept(client)
      }}
    />
  )
}

/** Languages are offered under their own names, whatever the interface language. */
function toLanguageName(setting: keyof typeof settingValues, value: string): string | undefined {
  const language = setting === 'language' ? parseInterfaceLanguage(value) : undefined
  return language && languageFacts[language].name
}
