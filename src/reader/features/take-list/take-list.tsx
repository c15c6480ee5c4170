import { useState, type ComponentType } from 'react'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import button from '#reader/ui/text-button.module.css'
import styles from './take-list.module.css'

interface TakeListProps {
  filter: TimelineFilter
  /** The dialog, whose code is loaded when it opens. */
  Dialog: ComponentType<{ filter: TimelineFilter; onClose: () => void }>
}

/** A button that opens the dialog for saving a list as a file. */
export function TakeList({ filter, Dialog }: TakeListProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={styles.open}>
      <button type="button" className={button.textButton} onClick={() => setOpen(true)}>
        {t('share.save')}
      </button>
      {isOpen ? <Dialog filter={filter} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}
