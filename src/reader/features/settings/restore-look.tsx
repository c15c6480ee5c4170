import { useTranslation } from '#reader/language/use-translation.ts'
import { defaultSettings } from '#reader/storage/settings.ts'
import { changeSettings } from '#reader/ui/use-settings.ts'
import styles from './settings-dialog.module.css'

/** What one press puts back to its default. Nothing that protects the reader: no press may undo that unseen. */
const lookNames = [
  'theme',
  'contrast',
  'textSize',
  'measure',
  'lineHeight',
  'typeface',
  'ownFace',
  'justify',
  'hyphens',
  'density',
  'language',
  'chineseScript',
] as const

/** Puts the look of the reader back to its defaults. */
export function RestoreLook() {
  const { t } = useTranslation()
  return (
    <>
      <button
        type="button"
        className="button button-wide"
        onClick={() => {
          changeSettings(Object.fromEntries(lookNames.map((name) => [name, defaultSettings[name]])))
        }}
      >
        {t('settings.restore')}
      </button>
      <p className={styles.hint}>{t('settings.restoreHint')}</p>
    </>
  )
}
