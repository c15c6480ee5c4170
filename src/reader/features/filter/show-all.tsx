import { useTranslation } from '#reader/language/use-translation.ts'
import { collapsedValues } from './facet-values.ts'
import styles from './filter.module.css'

interface ShowAllProps {
  /** How many values there are to show. */
  total: number
  isExpanded: boolean
  onToggle: () => void
}

/** Shows all values of a group, or the first ones again. Absent where there are no more. */
export function ShowAll({ total, isExpanded, onToggle }: ShowAllProps) {
  const { t } = useTranslation()
  // Whoever opened a long list can close it even when another filter has made it short.
  if (total <= collapsedValues && !isExpanded) return null
  return (
    <button type="button" className={styles.more} aria-expanded={isExpanded} onClick={onToggle}>
      {isExpanded ? t('filter.showFewer') : t('filter.showAll', { count: total })}
    </button>
  )
}
