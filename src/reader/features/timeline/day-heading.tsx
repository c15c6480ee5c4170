import type { ListClock } from '#article/row/list-clock.ts'
import { DayHeading, DayText } from '#article/row/day-heading.tsx'
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
  /** Whether the day's own heading has scrolled out of view. Until then this one is for screen readers only. */
  isShown: boolean
}

/** Sticky heading with the day of the topmost row. */
export function CurrentDay({ heading: { day, count }, clock, isShown }: CurrentDayProps) {
  const { t } = useTranslation()
  return (
    <h2 className={isShown ? 'day-heading-current' : 'visually-hidden'}>
      <span>
        <DayText day={day} count={count} clock={clock} words={t} locale={useLocale()} />
      </span>
    </h2>
  )
}
