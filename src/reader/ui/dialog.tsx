import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Icon } from './icon.tsx'
import { openDialogs } from './open-dialogs.ts'
import { useAfterPaint } from './use-after-paint.ts'
import styles from './dialog.module.css'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
  /** Stays in view below the scrolled content. */
  footer?: ReactNode
  /** `sheet` rises from the bottom of a narrow screen, of one height whatever it holds. */
  form?: 'centred' | 'sheet'
}

/** A modal dialog, open as long as it is rendered. Escape, the close button and a click outside close it. */
export function Dialog({ title, onClose, children, footer, form = 'centred' }: DialogProps) {
  const { t } = useTranslation()
  const titleId = useId()
  const element = useRef<HTMLDialogElement>(null)
  // A modal dialog has the browser restyle all that lies below it, and that frame is long enough on a phone: the content
  // comes in the next one. Until then the page is dimmed, and a dialog of its content's height is not seen.
  const hasContent = useAfterPaint()
  useEffect(() => {
    const dialog = element.current
    if (dialog === null) return undefined
    dialog.showModal()
    openDialogs.add(dialog)
    return () => {
      openDialogs.delete(dialog)
      dialog.close()
    }
  }, [])
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- Escape closes it natively.
    <dialog
      ref={element}
      className={form === 'sheet' ? styles.sheet : styles.centred}
      aria-labelledby={titleId}
      data-coming={!hasContent || undefined}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div className={styles.box}>
        <header className={styles.header}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className={styles.close} onClick={onClose}>
            <Icon name="close" />
            <span className="visually-hidden">{t('close')}</span>
          </button>
        </header>
        <div className={styles.content}>{hasContent ? children : null}</div>
        {footer === undefined ? null : <footer className={styles.footer}>{footer}</footer>}
      </div>
    </dialog>
  )
}
