import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from '#reader/language/use-translation.ts'
import { countYears } from '#core/selection/calendar.ts'
import {
  openFilter,
  withClock,
  type FilterChange,
  type TimelineFilter,
} from '#core/selection/timeline-filter.ts'
import { selectionExceptQuery, selectionQuery } from '#reader/data/filter/filter-query.ts'
import { clockCalendarQuery } from '#reader/data/clock/clock-query.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { FacetGroupFrame } from './facet-group-frame.tsx'
import { collapsedValues } from './facet-values.ts'
import { FacetValueRow, usePick } from './facet-value-row.tsx'
import { ShowAll } from './show-all.tsx'
import { toYearRows } from './year-rows.ts'
import styles from './filter.module.css'

interface YearGroupProps {
  filter: TimelineFilter
  onChange: (change: FilterChange) => unknown
}

/** The years of the list, newest first: always in chronological order, never by number of posts. */
export function YearGroup(props: YearGroupProps) {
  const { t } = useTranslation()
  return (
    <FacetGroupFrame name={t('facet.year')} startsOpen>
      <YearList {...props} />
    </FacetGroupFrame>
  )
}

const nothing = { include: [], exclude: [] }

function YearList({ filter, onChange }: YearGroupProps) {
  const [isExpanded, setExpanded] = useState(false)
  const pick = usePick('year', onChange)
  const choice = filter.choices.get('year') ?? nothing
  const calendar = useQuery(clockCalendarQuery(withClock(openFilter, filter.clock))).data
  const isChosen = filter.choices.has('year')
  const others = useQuery({
    ...selectionExceptQuery(filter, 'year'),
    enabled: isChosen,
    placeholderData: (last) => last,
  })
  // Without a chosen year the list itself, which is loaded before the page is drawn: nothing moves when it comes.
  const list = useQuery({ ...selectionQuery(filter), placeholderData: (last) => last })
  const { data, error, refetch } = isChosen ? others : list
  const years = useMemo(
    () => (calendar === undefined || data === undefined ? undefined : countYears(calendar, data)),
    [calendar, data],
  )
  if (error !== null) return <FailureNotice error={error} onRetry={refetch} />
  const rows = toYearRows(years, choice)
  return (
    <>
      <ul className={styles.values}>
        {rows
          .filter(({ state }, at) => isExpanded || at < collapsedValues || state !== 'open')
          .map((row) => (
            <FacetValueRow key={row.value} {...row} label={row.value} onPick={pick} />
          ))}
      </ul>
      <ShowAll
        total={rows.length}
        isExpanded={isExpanded}
        onToggle={() => {
          setExpanded(!isExpanded)
        }}
      />
    </>
  )
}
