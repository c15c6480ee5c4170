import { useId, useState } from 'react'
import { useTranslation } from '#reader/language/use-translation.ts'
import { isFaceName } from '#reader/storage/face-name.ts'
import { changeSettings, useSetting } from '#reader/ui/use-settings.ts'
import { hasFont } from './has-font.ts'
import styles from './settings-dialog.module.css'

/** The name of a font on this device. What cannot be a name is not applied, and it is said why. */
export function OwnFaceField() {
  const { t } = useTranslation()
  const id = useId()
  const stored = useSetting('ownFace')
  const [typed, setTyped] = useState(stored)
  const name = typed.trim()
  return (
    <div className={styles.face}>
      <label htmlFor={id}>{t('settings.ownFace.name')}</label>
      <input
        id={id}
        type="text"
        className={styles.field}
        value={typed}
        maxLength={60}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={`${id}-said`}
        onChange={({ target: { value } }) => {
          setTyped(value)
          const next = value.trim()
          if (next === '' || isFaceName(next)) changeSettings({ ownFace: next })
        }}
      />
      <output id={`${id}-said`} className={styles.hint}>
        {t(`settings.ownFace.${judge(name)}`)}
      </output>
    </div>
  )
}

function judge(name: string): 'empty' | 'wrong' | 'missing' | 'found' {
  if (name === '') return 'empty'
  if (!isFaceName(name)) return 'wrong'
  return hasFont(name) === false ? 'missing' : 'found'
}
