import type { ListClock } from '#article/row/list-clock.ts'
import { DayHeading, DayText } from '#article/row/day-heading.tsx'
import { toPeriodText } from '#article/view/period-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import type { TimelineHeading } from './timeline-layout.ts'

interface TimelineDayHeadingProps {
  heading: TimelineHeading
  clock: ListClock
}

/** Heading of a day. The first day of a month in the list has the month's heading above it. */
export function TimelineDayHeading({ heading, clock }: TimelineDayHeadingProps) {
  const { t } = useTranslation()
  return <DayHeading {...heading} clock={clock} words={t} locale={useLocale()} />
}

interface CurrentDayProps extends TimelineDayHeadingProps {
  /** Whether the day's own heading has scrolled out of view. Until then nothing is shown. */
  isShown: boolean
  /** Whether the list draws the day's own heading, in view or not. Else this one stands for it and for its month's. */
  isDrawn: boolean
}

/** Sticky heading with the day of the topmost row. Each day has one heading in the eyes of a screen reader. */
export function CurrentDay({ heading: { day, count }, clock, isShown, isDrawn }: CurrentDayProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const text = <DayText day={day} count={count} clock={clock} words={t} locale={locale} />
  if (isDrawn) {
    return isShown ? (
      <div className="day-heading-current" aria-hidden="true">
        <span>{text}</span>
      </div>
    ) : null
  }
  return (
    <>
      {day === undefined ? null : (
        <h2 className="visually-hidden">{toPeriodText(day.slice(0, 7), locale)}</h2>
      )}
      <h3 className={isShown ? 'day-heading-current' : 'visually-hidden'}>
        <span>{text}</span>
      </h3>
    </>
  )
}
