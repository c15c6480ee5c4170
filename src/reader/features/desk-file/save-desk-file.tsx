import { useId, useState } from 'react'
import type { DeskArchive } from '#reader/data/desk-file/desk-file.ts'
import { canSeal } from '#reader/data/desk-file/can-seal.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { toFileName } from '#reader/ui/file-name.ts'
import { saveFile } from '#reader/ui/save-file.ts'
import styles from './desk-file.module.css'
import { DeskFileFailure } from './desk-file-failure.tsx'
import { PassphraseField } from './passphrase-field.tsx'

/** Saves the desk as a file. Its name does not tell which archive it is of: whoever sees a folder sees it. */
export function SaveDeskFile({ archive }: { archive: DeskArchive }) {
  const { t } = useTranslation()
  const hintId = useId()
  const [failed, setFailed] = useState<{ error: unknown }>()
  const [isSealed, setIsSealed] = useState(false)
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const isReady = !isSealed || (passphrase !== '' && passphrase === repeated)
  const save = async () => {
    setFailed(undefined)
    try {
      const { makeDeskFile } = await import('#reader/data/desk-file/make-desk-file.ts')
      const day = new Date().toISOString().slice(0, 10)
      const text = await makeDeskFile(archive, isSealed ? passphrase : undefined)
      const file = new Blob([text], { type: 'application/json' })
      saveFile(file, toFileName(t('deskFile.fileName'), day, 'json'))
    } catch (error) {
      setFailed({ error })
    }
  }
  return (
    <form
      className={styles.parts}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) void save()
      }}
    >
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={isSealed}
          disabled={!canSeal()}
          aria-describedby={hintId}
          onChange={(event) => setIsSealed(event.target.checked)}
        />
        {t('deskFile.seal')}
      </label>
      <p id={hintId} className={styles.hint}>
        {t(canSeal() ? 'deskFile.sealHint' : 'deskFile.sealMissing')}
      </p>
      {isSealed ? (
        <>
          <PassphraseField
            label={t('deskFile.passphrase')}
            value={passphrase}
            onChange={setPassphrase}
            isNew
          />
          <PassphraseField
            label={t('deskFile.repeat')}
            value={repeated}
            onChange={setRepeated}
            isNew
          />
          <output className={styles.hint}>
            {repeated === '' || isReady ? '' : t('deskFile.unequal')}
          </output>
        </>
      ) : null}
      <button type="submit" className="button button-wide" disabled={!isReady}>
        {t('deskFile.save')}
      </button>
      {failed === undefined ? null : (
        <DeskFileFailure error={failed.error} onRetry={() => void save()} />
      )}
    </form>
  )
}
