import { useId, type ReactNode } from 'react'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Dialog } from '#reader/ui/dialog.tsx'
import { useSetting } from '#reader/ui/use-settings.ts'
import { OwnFaceField } from './own-face-field.tsx'
import { RestoreLook } from './restore-look.tsx'
import { SettingScale } from './setting-scale.tsx'
import { Setting } from './setting.tsx'
import { TextPreview } from './text-preview.tsx'
import styles from './settings-dialog.module.css'

interface SettingsDialogProps {
  /** The choices that lists share: their language and their clock. */
  lists: ReactNode
  /** How what somebody keeps here gets to another device. */
  moving: ReactNode
  /** What is kept and stored on this device. */
  kept: ReactNode
  onClose: () => void
}

/** All settings of the reader. Changes take effect at once and are stored in this browser. */
export function SettingsDialog({ lists, moving, kept, onClose }: SettingsDialogProps) {
  const { t } = useTranslation()
  const typeface = useSetting('typeface')
  return (
    <Dialog title={t('settings.name')} onClose={onClose}>
      <div className={styles.settings}>
        <Group title={t('settings.groups.colours')}>
          <Setting name="theme" />
          <Setting name="contrast" />
        </Group>
        <Group title={t('settings.groups.text')}>
          <TextPreview />
          <SettingScale name="textSize" />
          <SettingScale name="measure" />
          <SettingScale name="lineHeight" />
          <Setting name="typeface" />
          {typeface === 'own' ? <OwnFaceField /> : null}
          <Setting name="justify" />
          <Setting name="hyphens" />
        </Group>
        <Group title={t('settings.groups.lists')}>
          <Setting name="density" />
          {lists}
        </Group>
        <Group title={t('settings.groups.language')}>
          <Setting name="language" />
          <Setting name="chineseScript" />
        </Group>
        <RestoreLook />
        <Group title={t('settings.groups.pictures')}>
          <Setting name="articlePictures" />
          <Setting name="timelinePictures" />
          <p className={styles.hint}>{t('settings.picturesHint')}</p>
        </Group>
        <Group title={t('settings.groups.moving')}>{moving}</Group>
        <Group title={t('settings.groups.traces')}>
          <Setting name="markRead" />
          <p className={styles.hint}>{t('settings.markReadHint')}</p>
          <Setting name="lastVisit" />
          <p className={styles.hint}>{t('settings.lastVisitHint')}</p>
          <Setting name="traces" />
          <p className={styles.hint}>{t('settings.tracesHint')}</p>
          {kept}
        </Group>
      </div>
    </Dialog>
  )
}

/** Settings of one kind, below their heading. */
function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.group}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}
