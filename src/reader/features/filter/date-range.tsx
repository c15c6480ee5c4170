import { useTranslation } from '#reader/language/use-translation.ts'
import { toClockName } from '#article/view/clock-name.ts'
import type { FilterChange, TimelineFilter } from '#core/selection/timeline-filter.ts'
import type { Manifest } from '#contract/manifest.ts'
import { toDayNumber, toDayOfNumber } from '#core/time/day.ts'
import { withRange } from './filter-change.ts'
import styles from './filter.module.css'

interface DateRangeProps {
  filter: TimelineFilter
  archive: Pick<Manifest, 'span' | 'timeZone'>
  onChange: (change: FilterChange) => unknown
}

/** First and last day of the list on its clock, which is named. A half-typed date changes nothing. */
export function DateRange({ filter, archive, onChange }: DateRangeProps) {
  const { t } = useTranslation()
  const { span } = archive
  return (
    <fieldset className={styles.dates}>
      <legend className={styles.datesName}>
        {t('filter.dates')}
        <small>{toClockName(filter.clock ?? archive.timeZone, t)}</small>
      </legend>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className={styles.date}>
          <span>{t(`filter.${end}`)}</span>
          <input
            type="date"
            min={span && toDayBeside(span.first, -1)}
            max={span && toDayBeside(span.last, 1)}
            value={filter[end] ?? ''}
            onChange={(event) => {
              const day = event.target.value
              onChange((last) => withRange(last, end, day))
            }}
          />
        </label>
      ))}
    </fieldset>
  )
}

/** The day beside that of a UTC instant: on other clocks a post may lie there. */
function toDayBeside(instant: string, days: number): string {
  return toDayOfNumber(toDayNumber(instant.slice(0, 10)) + days)
}
