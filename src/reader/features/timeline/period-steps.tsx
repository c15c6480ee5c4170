import { useQuery } from '@tanstack/react-query'
import { Link } from '#reader/router/link.tsx'
import { toPeriodText } from '#article/view/period-text.ts'
import { toTimelineDays } from '#core/selection/calendar.ts'
import { narrowToPeriod, toFilterPeriod, withoutDays } from '#core/selection/filter-period.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { toPeriodDays } from '#core/time/period.ts'
import { selectionQuery } from '#reader/data/filter/filter-query.ts'
import { clockCalendarQuery } from '#reader/data/clock/clock-query.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { timelinePath } from '#reader/links/paths.ts'
import { findAroundPeriod } from './find-around-period.ts'
import styles from './period-steps.module.css'

/** Ways on from a list of one day, month or year: the ones before and after it with posts, and its place in the whole list. */
export function PeriodSteps({ filter }: { filter: TimelineFilter }) {
  const period = toFilterPeriod(filter)
  return period === undefined ? null : <Steps whole={withoutDays(filter)} period={period} />
}

function Steps({ whole, period }: { whole: TimelineFilter; period: string }) {
  const { t } = useTranslation()
  // The list itself does not wait for the whole one, nor does it move when that arrives.
  const { data: calendar } = useQuery(clockCalendarQuery(whole))
  const { data: selection } = useQuery(selectionQuery(whole))
  const listed =
    selection === undefined || calendar === undefined ? [] : toTimelineDays(calendar, selection)
  const { earlier, later } = findAroundPeriod(listed, period)
  const days = toPeriodDays(period)
  return (
    <div role="toolbar" className={styles.steps} aria-label={t('timeline.period.name')}>
      <Step filter={whole} period={earlier} rel="prev" />
      <Step filter={whole} period={later} rel="next" />
      <Link
        className={styles.whole}
        to={timelinePath(whole)}
        state={{ day: whole.sort === 'oldest' ? days?.from : days?.to }}
      >
        {t('timeline.period.whole')}
      </Link>
    </div>
  )
}

interface StepProps {
  filter: TimelineFilter
  period: string | undefined
  rel: 'prev' | 'next'
}

function Step({ filter, period, rel }: StepProps) {
  const locale = useLocale()
  if (period === undefined) return null
  return (
    <Link className={styles[rel]} rel={rel} to={timelinePath(narrowToPeriod(filter, period))}>
      {toPeriodText(period, locale)}
    </Link>
  )
}
