import { useTranslation } from '#reader/language/use-translation.ts'
import { Icon } from './icon.tsx'
import styles from './chip.module.css'

export const chipListClass = styles.chips

/** A condition of the list; pressing it removes the condition. */
export function Chip({ text, onRemove }: { text: string; onRemove: () => void }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={styles.chip}
      aria-label={t('filter.remove', { choice: text })}
      onClick={onRemove}
    >
      <span dir="auto">{text}</span>
      <Icon name="close" />
    </button>
  )
}
