import { useTranslation } from '#reader/ui/use-translation.ts'
import { Icon } from '#reader/ui/icon.tsx'
import { useLocale } from '#reader/ui/use-locale.ts'
import type { FacetValue } from './facet-values.ts'
import styles from './filter.module.css'

interface FacetValueRowProps {
  row: FacetValue
  label: string
  onChange: (state: FacetValue['state']) => void
}

/** One value: a check box takes it in, a button beside it keeps it out; either again undoes it. */
export function FacetValueRow({ row, label, onChange }: FacetValueRowProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { state, count } = row
  return (
    <li className={count === 0 && state === 'open' ? styles.emptyValue : styles.value}>
      <label className={styles.label}>
        <input
          type="checkbox"
          checked={state === 'include'}
          onChange={() => {
            onChange(state === 'include' ? 'open' : 'include')
          }}
        />
        <span className={state === 'exclude' ? styles.excluded : styles.name} dir="auto">
          {label}
        </span>
        {row.isDerived === true ? (
          <span className={styles.derived} title={t('filter.derived')}>
            <span aria-hidden="true">*</span>
            <span className="visually-hidden">{t('filter.derived')}</span>
          </span>
        ) : null}
        <span className={styles.count}>{count?.toLocaleString(locale)}</span>
      </label>
      <button
        type="button"
        className={styles.exclude}
        aria-pressed={state === 'exclude'}
        aria-label={t('filter.exclude', { value: label })}
        title={t('filter.exclude', { value: label })}
        onClick={() => {
          onChange(state === 'exclude' ? 'open' : 'exclude')
        }}
      >
        <Icon name="exclude" />
      </button>
    </li>
  )
}
