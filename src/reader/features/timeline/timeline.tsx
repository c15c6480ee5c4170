import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from '#reader/ui/use-translation.ts'
import { Link, useNavigate } from 'react-router-dom'
import { toTimelineDays } from '#core/calendar.ts'
import { countSelection } from '#core/selection.ts'
import { isNarrowing, toSearchParams, type TimelineFilter } from '#core/timeline-filter.ts'
import { calendarPath, homePath, timelinePath } from '#reader/app/paths.ts'
import { selectionQuery } from '#reader/data/filter-query.ts'
import { calendarQuery, manifestQuery } from '#reader/data/site-queries.ts'
import { Segmented } from '#reader/ui/segmented.tsx'
import { useLocale } from '#reader/ui/use-locale.ts'
import { TimelineList } from './timeline-list.tsx'
import { buildLayout } from './timeline-layout.ts'
import { useItemHeights } from './use-item-heights.tsx'
import styles from './timeline-list.module.css'

interface TimelineProps {
  filter: TimelineFilter
  /** What stands between the toolbar and the rows: the chips of the active filter. */
  children: ReactNode
}

/** The timeline of a filter: how much there is, in which order, and the rows. */
export function Timeline({ filter, children }: TimelineProps) {
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  const { data: calendar } = useSuspenseQuery(calendarQuery())
  const { data: selection } = useSuspenseQuery(selectionQuery(filter))
  const days = useMemo(() => toTimelineDays(calendar, selection), [calendar, selection])
  const [heights, samples] = useItemHeights()
  const { sort } = filter
  const layout = useMemo(
    () => (heights === undefined ? undefined : buildLayout(days, sort, heights)),
    [days, sort, heights],
  )
  const key = toSearchParams(filter).toString()
  // The same object for the same list: rows are drawn again when it changes.
  const list = useMemo(() => ({ list: key }), [key])
  const count = countSelection(selection)
  return (
    <>
      <Toolbar filter={filter} count={count} timeZone={manifest.timeZone} />
      {children}
      {samples}
      {count === 0 ? (
        <EmptyTimeline filter={filter} />
      ) : layout === undefined ? null : (
        <TimelineList
          // Another list is another component: measured heights and focus of the last one mean nothing in it.
          key={key}
          selection={selection}
          layout={layout}
          sort={sort}
          rowsPerShard={manifest.timeline.rowsPerShard}
          timeZone={manifest.timeZone}
          list={list}
        />
      )}
    </>
  )
}

interface ToolbarProps {
  filter: TimelineFilter
  count: number
  timeZone: string
}

function Toolbar({ filter, count, timeZone }: ToolbarProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const navigate = useNavigate()
  return (
    <div className={styles.toolbar}>
      <output className={styles.heading}>
        {t('timeline.count', { count, number: count.toLocaleString(locale) })}
      </output>
      {timeZone === 'UTC' ? null : (
        <p className={styles.zone}>{t('timeline.zone', { zone: timeZone })}</p>
      )}
      <Link className={styles.calendar} to={calendarPath(filter)}>
        {t('calendar.name')}
      </Link>
      <Segmented
        label={t('timeline.sort')}
        labelHidden
        value={filter.sort}
        options={[
          { value: 'newest', label: t('timeline.newest') },
          { value: 'oldest', label: t('timeline.oldest') },
        ]}
        onChange={(sort) => {
          void navigate(timelinePath({ ...filter, sort }))
        }}
      />
    </div>
  )
}

function EmptyTimeline({ filter }: { filter: TimelineFilter }) {
  const { t } = useTranslation()
  const narrowed = isNarrowing(filter)
  return (
    <div className={styles.empty}>
      <p className={styles.emptyWhat}>{t(narrowed ? 'timeline.noMatch' : 'timeline.noPosts')}</p>
      <p>{t(narrowed ? 'timeline.noMatchNext' : 'timeline.noPostsNext')}</p>
      {narrowed ? (
        <Link className="button" to={homePath}>
          {t('filter.clearAll')}
        </Link>
      ) : null}
    </div>
  )
}
