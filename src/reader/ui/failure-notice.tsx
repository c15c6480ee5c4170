import { useTranslation } from '#reader/language/use-translation.ts'
import { toFailureKeys } from './failure-key.ts'
import styles from './failure-notice.module.css'

/** Says what went wrong and what the reader can do, with a retry button. */
export function FailureNotice({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation()
  const { what, next } = toFailureKeys(error)
  return (
    <div role="alert" className={styles.notice}>
      <p className={styles.what}>{t(what)}</p>
      <p className={styles.next}>{t(next)}</p>
      {error instanceof Error ? <p className={styles.detail}>{error.message}</p> : null}
      <button type="button" className="button" onClick={onRetry}>
        {t('retry')}
      </button>
    </div>
  )
}
