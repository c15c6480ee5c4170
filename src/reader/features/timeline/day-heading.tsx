import { DayHeading, DayText } from '#article/row/day-heading.tsx'
import { useTranslation } from '#reader/language/use-translation.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import type { TimelineHeading } from './timeline-layout.ts'

/** Heading of a day, under the heading of its month when it is the first one there. */
export function TimelineDayHeading({ heading }: { heading: TimelineHeading }) {
  const { t } = useTranslation()
  return <DayHeading {...heading} words={t} locale={useLocale()} />
}

interface CurrentDayProps {
  heading: TimelineHeading
  /** Whether the day's own heading has passed; until then this one is only read aloud, for the order of headings. */
  isShown: boolean
}

/** The day that the topmost row belongs to, in view above the rows. */
export function CurrentDay({ heading: { day, count }, isShown }: CurrentDayProps) {
  const { t } = useTranslation()
  return (
    <h2 className={isShown ? 'day-heading-current' : 'visually-hidden'}>
      <span>
        <DayText day={day} count={count} words={t} locale={useLocale()} />
      </span>
    </h2>
  )
}
