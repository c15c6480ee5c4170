import { useSuspenseQuery } from '@tanstack/react-query'
import { useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from '#reader/language/use-translation.ts'
import type { Manifest } from '#contract/manifest.ts'
import type { FilterChange, TimelineFilter } from '#core/selection/timeline-filter.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { shownDesk } from '#reader/storage/desk/shown-desk.ts'
import { DateRange } from './date-range.tsx'
import { FacetGroup } from './facet-group.tsx'
import { YearGroup } from './year-group.tsx'
import styles from './filter.module.css'

interface FilterPanelProps {
  filter: TimelineFilter
  /** Offers the languages that lists may be in. */
  languageChoice: ReactNode
  /** Offers the clocks that the days may be of. */
  clockChoice: ReactNode
  onChange: (change: FilterChange) => unknown
}

// Each open group fetches its values and their posts. Closed ones fetch nothing, which keeps the first load small.
const openAtFirst = 1

/** All the controls that narrow the list. */
export function FilterPanel(props: FilterPanelProps) {
  const { filter, languageChoice, clockChoice, onChange } = props
  const { t } = useTranslation()
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  useSyncExternalStore(shownDesk.subscribe, () => shownDesk.Choice)
  const { Choice } = shownDesk
  return (
    <div className={styles.panel}>
      {languageChoice}
      {toShownFacets(manifest, filter).map((entry, at) => (
        <FacetGroup
          key={entry.facet}
          entry={entry}
          filter={filter}
          startsOpen={at < openAtFirst || filter.choices.has(entry.facet)}
          onChange={onChange}
        />
      ))}
      <YearGroup filter={filter} onChange={onChange} />
      <DateRange filter={filter} archive={manifest} onChange={onChange} />
      <p className={styles.clock}>{clockChoice}</p>
      {manifest.counts.versions === 0 ? null : (
        <label className={styles.versions}>
          <input
            type="checkbox"
            checked={filter.versions === 'all'}
            onChange={(event) => {
              const versions = event.target.checked ? 'all' : 'newest'
              onChange((last) => ({ ...last, versions }))
            }}
          />
          <span>{t('filter.versions', { count: manifest.counts.versions })}</span>
        </label>
      )}
      {Choice && <Choice filter={filter} onChange={onChange} />}
    </div>
  )
}

/**
 * The facets worth showing: those that can narrow the list and are no twin of another, plus any that the address names.
 */
export function toShownFacets(
  manifest: Pick<Manifest, 'facets'>,
  filter: TimelineFilter,
): Manifest['facets'] {
  return manifest.facets.filter(
    ({ facet, values, twin }) => filter.choices.has(facet) || (values > 1 && twin !== true),
  )
}
