import { useTranslation } from '#reader/language/use-translation.ts'
import { DataError, isGone } from '#reader/data/files/data-error.ts'
import styles from './failure-notice.module.css'

/** What happened to a file, as the key of the words that say so. */
export function toFailureKey(error: unknown): string {
  if (!(error instanceof DataError)) return 'failure.unknown'
  return isGone(error) ? 'failure.gone' : `failure.${error.kind}`
}

/** What went wrong, what a reader can do, and a retry that works. */
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
