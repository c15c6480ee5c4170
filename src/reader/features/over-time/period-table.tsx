import { Link } from '#reader/router/link.tsx'
import { toNumberText } from '#article/number-text.ts'
import { toPeriodText } from '#article/view/period-text.ts'
import { narrowToPeriod } from '#core/selection/filter-period.ts'
import type { PeriodBins } from '#core/selection/period-bins.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { useLocale } from '#reader/language/use-locale.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { timelinePath } from '#reader/links/paths.ts'
import styles from './over-time.module.css'

interface PeriodTableProps {
  bins: PeriodBins
  /** The list over all of its time. */
  filter: TimelineFilter
  isOpen: boolean
}

/** What the bars show, as a table; each period opens its list. Periods without posts are left out. */
export function PeriodTable({ bins, filter, isOpen }: PeriodTableProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <details className={styles.table} open={isOpen}>
      <summary>{t('overTime.asTable')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(`overTime.${bins.unit}`)}</th>
            <th scope="col">{t('overTime.posts')}</th>
          </tr>
        </thead>
        <tbody>
          {bins.bins.map(({ period, count }) =>
            count === 0 ? null : (
              <tr key={period}>
                <th scope="row">
                  <Link to={timelinePath(narrowToPeriod(filter, period))}>
                    {toPeriodText(period, locale)}
                  </Link>
                </th>
                <td>{toNumberText(count)}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </details>
  )
}
