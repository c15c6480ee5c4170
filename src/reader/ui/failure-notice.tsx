import { useTranslation } from '#reader/language/use-translation.ts'
import { DataError, isGone } from '#reader/data/files/data-error.ts'
import { isOneFile } from '#reader/links/place.ts'
import styles from './failure-notice.module.css'

/** The message key for a failure to load a file. */
export function toFailureKey(error: unknown): string {
  if (!(error instanceof DataError)) return 'failure.unknown'
  if (isOneFile && error.kind === 'corrupt') return 'failure.damagedCopy'
  return isGone(error) ? 'failure.gone' : `failure.${error.kind}`
}

/** Says what went wrong and what the reader can do, with a retry button. */
export function FailureNotice({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <div role="alert" className={styles.notice}>
      <p className={styles.what}>{t(toFailureKey(error))}</p>
      <p className={styles.next}>{t(`${toFailureKey(error)}Next`)}</p>
      {error instanceof Error ? <p className={styles.detail}>{error.message}</p> : null}
      <button type="button" className="button" onClick={onRetry}>
        {t('retry')}
      </button>
    </div>
  )
}
