import type { ReactNode } from 'react'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Icon } from './icon.tsx'
import { useChoice } from './use-choice.ts'
import styles from './chip.module.css'

/** Chips in a row, which the toolbar of the list takes up: one Tab stop with it. */
export function ChipList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="toolbar" aria-label={label}>
      <ul className={styles.chips}>{children}</ul>
    </div>
  )
}

/** A condition of the list; pressing it removes the condition. It fades at once; another list may take a phone longer. */
export function Chip({ text, onRemove }: { text: string; onRemove: () => void }) {
  const { t } = useTranslation()
  const [isLeaving, remove] = useChoice(false, onRemove)
  return (
    <button
      type="button"
      className={isLeaving ? `${styles.chip} ${styles.leaving}` : styles.chip}
      aria-label={t('filter.remove', { choice: text })}
      onClick={() => {
        remove(true)
      }}
    >
      <span dir="auto">{text}</span>
      <Icon name="close" />
    </button>
  )
}
