import { memo, useCallback, useEffect, useRef } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { withValue, type ChoiceName, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { Icon } from '#reader/ui/icon.tsx'
import type { FacetRow } from './facet-values.ts'
import styles from './filter.module.css'

interface FacetValueRowProps extends FacetRow {
  label: string
  /** The same function as long as it means the same. */
  onPick: (value: string, state: FacetRow['state']) => void
}

/**
 * One value: a check box takes it in, a button beside it keeps it out; either again undoes it. A click draws the rows that it changed,
 * not all that are open.
 */
export const FacetValueRow = memo(function FacetValueRow({
  value,
  state,
  count,
  isDerived,
  label,
  onPick,
}: FacetValueRowProps) {
  const { t } = useTranslation()
  return (
    <li className={count === 0 && state === 'open' ? styles.emptyValue : styles.value}>
      <label className={styles.label}>
        <input
          type="checkbox"
          checked={state === 'include'}
          onChange={() => {
            onPick(value, state === 'include' ? 'open' : 'include')
          }}
        />
        <span className={state === 'exclude' ? styles.excluded : styles.name} dir="auto">
          {label}
        </span>
        {isDerived === true ? (
          <span className={styles.derived} title={t('filter.derived')}>
            <span aria-hidden="true">*</span>
            <span className="visually-hidden">{t('filter.derived')}</span>
          </span>
        ) : null}
        <span className={styles.count}>{count === undefined ? null : toNumberText(count)}</span>
      </label>
      <button
        type="button"
        className={styles.exclude}
        aria-pressed={state === 'exclude'}
        aria-label={t('filter.exclude', { value: label })}
        title={t('filter.exclude', { value: label })}
        onClick={() => {
          onPick(value, state === 'exclude' ? 'open' : 'exclude')
        }}
      >
        <Icon name="exclude" />
      </button>
    </li>
  )
})

/** Gives what takes a value of a facet into the filter, or out of it: the same function through all changes of the filter. */
export function usePick(
  name: ChoiceName,
  { filter, onChange }: { filter: TimelineFilter; onChange: (filter: TimelineFilter) => void },
): (value: string, state: FacetRow['state']) => void {
  const latest = useRef({ filter, onChange })
  useEffect(() => {
    latest.current = { filter, onChange }
  })
  return useCallback(
    (value, state) => {
      const { current } = latest
      current.onChange(withValue(current.filter, name, value, state))
    },
    [name],
  )
}
