import { useQuery } from '@tanstack/react-query'
import { Link } from '#reader/router/link.tsx'
import { toNumberText } from '#article/number-text.ts'
import { toPeriodText } from '#article/view/period-text.ts'
import type { FacetName } from '#core/facet/facet.ts'
import { toTimelineDays, type Calendar } from '#core/selection/calendar.ts'
import { toPeriodBins, type PeriodBin, type PeriodBins } from '#core/selection/period-bins.ts'
import { withValue, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { valueListsQuery } from '#reader/data/filter/value-lists.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { calendarPath } from '#reader/links/paths.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { Bars } from './bars.tsx'
import styles from './over-time.module.css'

/** Values that are shown side by side. */
const mostValues = 8

interface ValueStripsProps {
  /** The list over all of its time. */
  filter: TimelineFilter
  calendar: Calendar
  /** The bars of the whole list: each strip has the same. */
  whole: PeriodBins
  facet: FacetName
  /** Posts of the list, of which each has one value of the facet or none. */
  posts: number
}

/** Who wrote when: for each of the most frequent values of a facet its own bars, below each other on one scale of time. */
export function ValueStrips({ filter, calendar, whole, facet, posts: all }: ValueStripsProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { data, error, refetch } = useQuery(valueListsQuery(filter, facet, mostValues))
  if (error !== null) return <FailureNotice error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <div className={styles.waiting} aria-busy="true" />
  const others = data.reduce((left, { count }) => left - count, all)
  if (data.length + (others > 0 ? 1 : 0) < 2) return null
  return (
    <section>
      <h2>{t('overTime.bySource')}</h2>
      <ul className={styles.strips}>
        {data.map(({ value, count, posts }) => {
          const bins = alignBins(whole, toPeriodBins(toTimelineDays(calendar, posts), whole.unit))
          const filled = bins.filter((bin) => bin.count > 0)
          const most = Math.max(1, ...bins.map((bin) => bin.count))
          const ends = [filled[0], filled.at(-1)].flatMap((bin) =>
            bin === undefined ? [] : [toPeriodText(bin.period, locale)],
          )
          return (
            <li key={value}>
              <Link to={calendarPath(withValue(filter, facet, value, 'include'), 'bars')}>
                <bdi>{value}</bdi>
              </Link>
              <span className={styles.quiet}>
                {[toNumberText(count), [...new Set(ends)].join(' – ')].filter(Boolean).join(' · ')}
              </span>
              <Bars bins={bins} most={most} />
            </li>
          )
        })}
      </ul>
      {others > 0 ? (
        <p className={styles.quiet}>
          {t('overTime.otherSources', { count: others, number: toNumberText(others) })}
        </p>
      ) : null}
    </section>
  )
}

function alignBins(whole: PeriodBins, own: PeriodBins): PeriodBin[] {
  const counts = new Map(own.bins.map(({ period, count }) => [period, count]))
  return whole.bins.map(({ period }) => ({ period, count: counts.get(period) ?? 0 }))
}
