import { useId, useState } from 'react'
import { useTranslation } from '#reader/language/use-translation.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { lazyPart } from '#reader/ui/lazy-part.tsx'
import styles from './stored.module.css'

const StoredList = lazyPart(
  async () => (await import('./stored-list.tsx')).StoredList,
  FailureNotice,
)

/** One press that forgets everything and leaves, and the list of all that is stored. */
export function StoredSettings({ onForget }: { onForget: () => void }) {
  const { t } = useTranslation()
  const titleId = useId()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <section aria-labelledby={titleId} className={styles.parts}>
      <h3 id={titleId}>{t('stored.name')}</h3>
      <button type="button" className="button button-wide" onClick={onForget}>
        {t('stored.forget')}
      </button>
      <p className={styles.hint}>{t('stored.forgetHint')}</p>
      <p className={styles.hint}>{t('stored.limits')}</p>
      <button
        type="button"
        className="button button-wide"
        aria-expanded={isOpen}
        onClick={() => {
          setIsOpen(!isOpen)
        }}
      >
        {t('stored.show')}
      </button>
      {isOpen ? <StoredList /> : null}
    </section>
  )
}
