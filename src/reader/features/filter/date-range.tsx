import { useTranslation } from '#reader/language/use-translation.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import type { Manifest } from '#contract/manifest.ts'
import { withRange } from './filter-change.ts'
import styles from './filter.module.css'

interface DateRangeProps {
  filter: TimelineFilter
  span: Manifest['span']
  onChange: (filter: TimelineFilter) => void
}

/** First and last day of the list, in the archive's time zone. A half-typed date changes nothing. */
export function DateRange({ filter, span, onChange }: DateRangeProps) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.dates}>
      <legend className="visually-hidden">{t('filter.dates')}</legend>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className={styles.date}>
          <span>{t(`filter.${end}`)}</span>
          <input
            type="date"
            min={span?.first.slice(0, 10)}
            max={span?.last.slice(0, 10)}
            value={filter[end] ?? ''}
            onChange={(event) => {
              onChange(withRange(filter, end, event.target.value))
            }}
          />
        </label>
      ))}
    </fieldset>
  )
}
