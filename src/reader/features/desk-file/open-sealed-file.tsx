import { useState } from 'react'
import { canSeal } from '#reader/data/desk-file/can-seal.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import styles from './desk-file.module.css'
import { DeskFileFailure } from './desk-file-failure.tsx'
import { PassphraseField } from './passphrase-field.tsx'

/**
 * Asks for the passphrase of a file, as often as it is wrong.
 * @param open - opens the file; rejects with a DeskFileError where the passphrase is another one.
 */
export function OpenSealedFile({ open }: { open: (passphrase: string) => Promise<void> }) {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const [failed, setFailed] = useState<{ error: unknown }>()
  const [isBusy, setIsBusy] = useState(false)
  if (!canSeal()) return <p className={styles.said}>{t('deskFile.openMissing')}</p>
  const attempt = async () => {
    setFailed(undefined)
    setIsBusy(true)
    try {
      await open(passphrase)
    } catch (error) {
      setIsBusy(false)
      setFailed({ error })
    }
  }
  return (
    <form
      className={styles.preview}
      aria-label={t('deskFile.sealed')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) void attempt()
      }}
    >
      <p>{t('deskFile.sealed')}</p>
      <PassphraseField
        label={t('deskFile.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
      />
      <div className={styles.buttons}>
        <button type="submit" className="button" aria-disabled={isBusy}>
          {t(isBusy ? 'deskFile.opening' : 'deskFile.open')}
        </button>
      </div>
      {failed === undefined ? null : (
        <DeskFileFailure error={failed.error} onRetry={() => void attempt()} />
      )}
    </form>
  )
}
