import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from '#reader/language/use-translation.ts'
import { countYears } from '#core/selection/calendar.ts'
import { emptySelection } from '#core/selection/selection.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { selectionExceptQuery } from '#reader/data/filter/filter-query.ts'
import { calendarQuery } from '#reader/data/archive/site-queries.ts'
import { FacetGroupFrame } from './facet-group-frame.tsx'
import { collapsedValues, toState } from './facet-values.ts'
import { FacetValueRow, usePick } from './facet-value-row.tsx'
import styles from './filter.module.css'

interface YearGroupProps {
  filter: TimelineFilter
  onChange: (filter: TimelineFilter) => void
}

/** The years of the archive, newest first: always in chronological order, never by number of posts. */
export function YearGroup(props: YearGroupProps) {
  const { t } = useTranslation()
  return (
    <FacetGroupFrame name={t('facet.year')} startsOpen>
      <YearList {...props} />
    </FacetGroupFrame>
  )
}

function YearList({ filter, onChange }: YearGroupProps) {
  const { t } = useTranslation()
  const [isExpanded, setExpanded] = useState(false)
  const pick = usePick('year', { filter, onChange })
  const calendar = useQuery(calendarQuery()).data
  const selection = useQuery({
    ...selectionExceptQuery(filter, 'year'),
    placeholderData: (last) => last,
  }).data
  const years = useMemo(
    () =>
      calendar === undefined ? [] : countYears(calendar, selection ?? emptySelection).toReversed(),
    [calendar, selection],
  )
  const choice = filter.choices.get('year') ?? { include: [], exclude: [] }
  const picked = new Set([...choice.include, ...choice.exclude])
  const shown = years.filter(
    ({ year }, at) => isExpanded || at < collapsedValues || picked.has(year),
  )
  return (
    <>
      <ul className={styles.values}>
        {shown.map(({ year, count }) => (
          <FacetValueRow
            key={year}
            label={year}
            value={year}
            count={selection === undefined ? undefined : count}
            state={toState(year, choice)}
            onPick={pick}
          />
        ))}
      </ul>
      {years.length > collapsedValues ? (
        <button
          type="button"
          className={styles.more}
          aria-expanded={isExpanded}
          onClick={() => {
            setExpanded(!isExpanded)
          }}
        >
          {isExpanded ? t('filter.showFewer') : t('filter.showAll', { count: years.length })}
        </button>
      ) : null}
    </>
  )
}
