import { memo, useCallback, useEffect, useRef } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { withValue, type ChoiceName, type TimelineFilter } from '#core/selection/timeline-filter.ts'
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

/** The last pick until its list is shown, and the filter it was made in: a pick that follows at once builds on it. */
let lastPick: { shown: TimelineFilter; next: TimelineFilter } | undefined

/**
 * Returns a callback that includes or excludes a value of a facet. It stays the same function across changes of the
 * filter.
 */
export function usePick(
  name: ChoiceName,
  { filter, onChange }: { filter: TimelineFilter; onChange: (filter: TimelineFilter) => unknown },
): (value: string, state: FacetRow['state']) => unknown {
  const latest = useRef({ filter, onChange })
  useEffect(() => {
    latest.current = { filter, onChange }
  })
  return useCallback(
    async (value, state) => {
      const { filter: shown, onChange: change } = latest.current
      const base = lastPick?.shown === shown ? lastPick.next : shown
      const pick = { shown, next: withValue(base, name, value, state) }
      lastPick = pick
      try {
        await change(pick.next)
      } finally {
        if (lastPick === pick) lastPick = undefined
      }
    },
    [name],
  )
}
