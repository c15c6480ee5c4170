import { useState } from 'react'
import { useTranslation } from '#reader/language/use-translation.ts'
import styles from './calendar.module.css'

interface JumpFormProps {
  /** First and last day of the archive; `undefined` when it has no dated posts. */
  span: { first: string; last: string } | undefined
  onJump: (day: string) => void
}

/** Opens the timeline at a day that the reader types or picks. */
export function JumpForm({ span, onJump }: JumpFormProps) {
  const { t } = useTranslation()
  const [day, setDay] = useState('')
  return (
    <form
      className={styles.jump}
      onSubmit={(event) => {
        event.preventDefault()
        if (day !== '') onJump(day)
      }}
    >
      <label>
        <span>{t('calendar.day')}</span>
        <input
          type="date"
          min={span?.first.slice(0, 10)}
          max={span?.last.slice(0, 10)}
          value={day}
          onChange={(event) => {
            setDay(event.target.value)
          }}
        />
      </label>
      <button type="submit" className="button">
        {t('calendar.go')}
      </button>
    </form>
  )
}
