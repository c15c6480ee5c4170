import { DeskFileError } from '#reader/data/desk-file/desk-file-error.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import styles from './desk-file.module.css'

/** Says why a desk file could not be used, or why it could not be looked at. */
export function DeskFileFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation()
  if (!(error instanceof DeskFileError)) return <FailureNotice error={error} onRetry={onRetry} />
  return (
    <p role="alert" className={styles.said}>
      {t(`deskFile.faults.${error.fault}`)}
    </p>
  )
}
