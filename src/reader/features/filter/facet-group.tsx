import { useState, type CSSProperties } from 'react'
import { useTranslation } from '#reader/language/use-translation.ts'
import type { Manifest } from '#contract/manifest.ts'
import type { FacetName } from '#core/facet/facet.ts'
import type { FilterChange, TimelineFilter } from '#core/selection/timeline-filter.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { useChoice } from '#reader/ui/use-choice.ts'
import { FacetGroupFrame } from './facet-group-frame.tsx'
import { collapsedValues, countPicked, shownValues } from './facet-values.ts'
import { ShowAll } from './show-all.tsx'
import { FacetValueRow, usePick } from './facet-value-row.tsx'
import { useFacetRows } from './use-facet-rows.ts'
import { useValueLabel } from './use-value-label.ts'
import styles from './filter.module.css'

interface FacetGroupProps {
  entry: Manifest['facets'][number]
  filter: TimelineFilter
  startsOpen: boolean
  onChange: (change: FilterChange) => unknown
}

/** One facet: its values, each with the number of posts it would leave. Fetches nothing until it is opened. */
export function FacetGroup({ entry, startsOpen, ...rest }: FacetGroupProps) {
  const { t } = useTranslation()
  return (
    <FacetGroupFrame name={t(`facet.${entry.facet}`)} startsOpen={startsOpen}>
      <FacetList entry={entry} {...rest} />
    </FacetGroupFrame>
  )
}

function FacetList({ entry, filter, onChange }: Omit<FacetGroupProps, 'startsOpen'>) {
  const { t } = useTranslation()
  const toLabel = useValueLabel()
  const [isExpanded, setExpanded] = useState(false)
  const [query, setQuery] = useState('')
  const { facet } = entry
  const pick = usePick(facet, onChange)
  const picked = countPicked(filter.choices.get(facet))
  const { rows, total, isComing, failure } = useFacetRows({ entry, filter, query, isExpanded })
  if (failure !== undefined) {
    return <FailureNotice error={failure.error} onRetry={failure.retry} />
  }
  return (
    <>
      {isExpanded ? <FacetSearch facet={facet} query={query} onChange={setQuery} /> : null}
      <ul
        className={styles.values}
        data-coming={isComing || undefined}
        // Reserves space for rows that are still loading, so that nothing below moves when they arrive.
        style={isComing ? toRoom(Math.min(entry.values, collapsedValues)) : undefined}
      >
        {rows.slice(0, isExpanded ? shownValues : Math.max(collapsedValues, picked)).map((row) => (
          <FacetValueRow key={row.value} {...row} label={toLabel(facet, row.value)} onPick={pick} />
        ))}
      </ul>
      {rows.length === 0 && !isComing ? (
        <output className={styles.rest}>
          {t(query === '' ? 'filter.noneHere' : 'filter.noValue')}
        </output>
      ) : null}
      {isExpanded && query === '' && total > shownValues ? (
        <p className={styles.rest}>{t('filter.searchRest', { count: total - shownValues })}</p>
      ) : null}
      <ShowAll
        {...{ total, isExpanded }}
        onToggle={() => {
          setExpanded(!isExpanded)
          setQuery('')
        }}
      />
    </>
  )
}

interface FacetSearchProps {
  facet: FacetName
  query: string
  onChange: (query: string) => void
}

function FacetSearch({ facet, query, onChange }: FacetSearchProps) {
  const { t } = useTranslation()
  const [shown, type] = useChoice(query, onChange)
  return (
    <input
      type="search"
      className={styles.search}
      aria-label={t('filter.search', { facet: t(`facet.${facet}`) })}
      placeholder={t('filter.searchHint')}
      value={shown}
      onChange={(event) => {
        type(event.target.value)
      }}
    />
  )
}

function toRoom(values: number): CSSProperties {
  return { minBlockSize: `calc(${values} * var(--value-height) + var(--space-2))` }
}
