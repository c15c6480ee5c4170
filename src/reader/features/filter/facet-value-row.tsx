import { memo, useCallback } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { withValue, type ChoiceName, type FilterChange } from '#core/selection/timeline-filter.ts'
import { Icon } from '#reader/ui/icon.tsx'
import { useChoice } from '#reader/ui/use-choice.ts'
import type { FacetRow } from './facet-values.ts'
import styles from './filter.module.css'

interface FacetValueRowProps extends FacetRow {
  label: string
  /** Memoize this callback: a new function renders the row again. */
  onPick: (value: string, state: FacetRow['state']) => unknown
}

/**
 * One value: the checkbox includes it, the button beside it excludes it, and a second click on either undoes that.
 * Memoized, so that a click renders only the rows it changed.
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
  const [shown, choose] = useChoice(state, (next) => onPick(value, next))
  return (
    <li className={styles.value}>
      <label className={styles.label}>
        <input
          type="checkbox"
          checked={shown === 'include'}
          onChange={() => {
            choose(shown === 'include' ? 'open' : 'include')
          }}
        />
        <span className={shown === 'exclude' ? styles.excluded : styles.name} dir="auto">
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
        aria-pressed={shown === 'exclude'}
        aria-label={t('filter.exclude', { value: label })}
        title={t('filter.exclude', { value: label })}
        onClick={() => {
          choose(shown === 'exclude' ? 'open' : 'exclude')
        }}
      >
        <Icon name="exclude" />
      </button>
    </li>
  )
})

/**
 * Returns a callback that includes or excludes a value of a facet. It stays the same function as long as `onChange` does.
 */
export function usePick(
  name: ChoiceName,
  onChange: (change: FilterChange) => unknown,
): (value: string, state: FacetRow['state']) => unknown {
  return useCallback(
    (value, state) => onChange((filter) => withValue(filter, name, value, state)),
    [name, onChange],
  )
}
