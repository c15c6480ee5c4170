import { useTranslation } from '#reader/ui/use-translation.ts'
import styles from './timeline-list.module.css'

interface StretchTurnerProps {
  count: number
  /** Stretch that is shown, from 0. */
  at: number
  onTurn: (at: number) => void
}

/** Leads on where a list is longer than one page can be tall. Nothing for all ordinary lists. */
export function StretchTurner({ count, at, onTurn }: StretchTurnerProps) {
  const { t } = useTranslation()
  if (count < 2) return null
  return (
    <nav className={styles.turner} aria-label={t('timeline.stretches')}>
      <button
        type="button"
        className="button"
        disabled={at === 0}
        onClick={() => {
          onTurn(at - 1)
        }}
      >
        {t('timeline.previousStretch')}
      </button>
      <span>{t('timeline.stretch', { number: at + 1, count })}</span>
      <button
        type="button"
        className="button"
        disabled={at === count - 1}
        onClick={() => {
          onTurn(at + 1)
        }}
      >
        {t('timeline.nextStretch')}
      </button>
    </nav>
  )
}
