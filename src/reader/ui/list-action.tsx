import { useState, type ComponentType } from 'react'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import styles from './list-action.module.css'
import button from './text-button.module.css'

interface ListActionProps {
  /** Key of what the button says. */
  label: string
  filter: TimelineFilter
  /** The dialog, whose code is loaded when it opens. */
  Dialog: ComponentType<{ filter: TimelineFilter; onClose: () => void }>
}

/** A button that opens a dialog about a list. */
export function ListAction({ label, filter, Dialog }: ListActionProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className={styles.open}>
      <button type="button" className={button.textButton} onClick={() => setOpen(true)}>
        {t(label)}
      </button>
      {isOpen ? <Dialog filter={filter} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}
