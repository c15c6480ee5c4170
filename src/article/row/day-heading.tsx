import { isWholeDay } from '#core/time/known-day.ts'
import { toWeekdayName } from '../date-words.ts'
import { toNumberText } from '../number-text.ts'
import { toPeriodText } from '../view/period-text.ts'
import type { Words } from '../words.ts'
import { toDayClockText, type ListClock } from './list-clock.ts'

/** Props of a list heading. It uses no hooks, like the rows below it. */
export interface DayHeadingProps {
  /** `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where no more is known; absent for posts without a date. */
  day?: string | undefined
  /** Number of posts of the day; absent = not shown. */
  count?: number | undefined
  /** `YYYY-MM` (`YYYY` of a year alone) and its number of posts, if the day is the first of its month in the list. */
  month?: { month: string; count?: number | undefined } | undefined
  /** The clock that the day is told by. */
  clock: ListClock
  words: Words
  /** Locale of dates and numbers. */
  locale: string
}

/** Heading of a day, below the heading of its month if it is the first day there. */
export function DayHeading(props: DayHeadingProps) {
  const { month, locale } = props
  return (
    <div className={month === undefined ? 'day-heading' : 'day-heading day-heading-with-month'}>
      {month === undefined ? null : (
        <h2 className="day-heading-month">
          {toPeriodText(month.month, locale)}
          <Count value={month.count} />
        </h2>
      )}
      <h3 className="day-heading-date">
        <DayText {...props} />
      </h3>
    </div>
  )
}

/** A day, its number of posts, its weekday and the clock that tells it; of a month or year, that no more is known. */
export function DayText({ day, count, clock, words, locale }: DayHeadingProps) {
  return (
    <>
      {day === undefined ? words('timeline.undated') : toPeriodText(day, locale)}
      <Count value={count} />
      {day === undefined ? null : (
        <span className="day-heading-weekday">
          {isWholeDay(day)
            ? ` · ${toWeekdayName(day, locale)} · ${toDayClockText(day, clock, words)}`
            : ` · ${words(day.length === 4 ? 'timeline.yearOnly' : 'timeline.monthOnly')}`}
        </span>
      )}
    </>
  )
}

function Count({ value }: { value: number | undefined }) {
  if (value === undefined) return null
  return <span className="day-heading-count">{` · ${toNumberText(value)}`}</span>
}
