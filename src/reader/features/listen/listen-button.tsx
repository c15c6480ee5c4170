import { ListenIcon } from './listen-icon.tsx'
import styles from './listen.module.css'

interface ListenButtonProps {
  label: string
  icon: Parameters<typeof ListenIcon>[0]['name']
  onPress: () => void
  /** Whether it takes the focus when it appears. */
  isFirst?: boolean
}

/** A button of the bar: an icon, and its name for whoever points at it or cannot see it. */
export function ListenButton({ label, icon, onPress, isFirst = false }: ListenButtonProps) {
  return (
    <button
      ref={isFirst ? focusOnce : undefined}
      type="button"
      className={styles.button}
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      <ListenIcon name={icon} />
    </button>
  )
}

function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus({ preventScroll: true })
}
