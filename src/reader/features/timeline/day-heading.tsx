import { useTranslation } from '#reader/ui/use-translation.ts'
import { toDayText, toMonthText, toWeekday } from '#reader/ui/date-words.ts'
import { useLocale } from '#reader/ui/use-locale.ts'
import type { DayHeading as Heading } from './timeline-layout.ts'
import styles from './day-heading.module.css'

/** Heading of a day, under the heading of its month when it is the first one there. */
export function DayHeading({ heading }: { heading: Heading }) {
  const locale = useLocale()
  const { month } = heading
  return (
    <div className={month === undefined ? styles.day : styles.monthAndDay}>
      {month === undefined ? null : (
        <h2 className={styles.month}>
          {toMonthText(month.month, locale)}
          <Count value={month.count} />
        </h2>
      )}
      <h3 className={styles.date}>
        <DayText heading={heading} />
      </h3>
    </div>
  )
}

interface CurrentDayProps {
  heading: Heading
  /** Whether the day's own heading has passed; until then this one is only read aloud, for the order of headings. */
  isShown: boolean
}

/** The day that the topmost row belongs to, in view above the rows. */
export function CurrentDay({ heading, isShown }: CurrentDayProps) {
  return (
    <h2 className={isShown ? styles.current : 'visually-hidden'}>
      <span>
        <DayText heading={heading} />
      </span>
    </h2>
  )
}

function DayText({ heading: { day, count } }: { heading: Heading }) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <>
      {day === undefined ? t('timeline.undated') : toDayText(day, locale)}
      <Count value={count} />
      {day === undefined ? null : <span className={styles.weekday}>{toWeekday(day, locale)}</span>}
    </>
  )
}

function Count({ value }: { value: number }) {
  const locale = useLocale()
  return <span className={styles.count}>{` · ${value.toLocaleString(locale)}`}</span>
}
