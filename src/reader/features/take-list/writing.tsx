import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import styles from './take-list.module.css'
import type { ListProgress } from './write-list.ts'

/** How far the writing of a list is, and a way to end it. */
export function Writing({ progress, onCancel }: { progress: ListProgress; onCancel: () => void }) {
  const { t } = useTranslation()
  const { written, total } = progress
  const label = t('takeList.progress', {
    written: toNumberText(written),
    total: toNumberText(total),
  })
  return (
    <div className={styles.writing}>
      <progress value={written} max={Math.max(1, total)} aria-label={label} />
      <span>{label}</span>
      <button type="button" className="button" onClick={onCancel}>
        {t('takeList.cancel')}
      </button>
    </div>
  )
}
