import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import type { ListClock } from '#article/row/list-clock.ts'
import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { Link } from '#reader/router/link.tsx'
import { useNavigate } from '#reader/router/use-router.ts'
import { toTimelineDays } from '#core/selection/calendar.ts'
import { countSelection } from '#core/selection/selection.ts'
import {
  hasOwnOrder,
  isNarrowing,
  isRanked as isRankedSort,
  toSearchParams,
  type TimelineFilter,
} from '#core/selection/timeline-filter.ts'
import { homePath, calendarPath, listCalendarPath, timelinePath } from '#reader/links/paths.ts'
import { foundQuery, rankedQuery, selectionQuery } from '#reader/data/filter/filter-query.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { clockCalendarQuery } from '#reader/data/clock/clock-query.ts'
import { useToolbar } from '#reader/ui/use-toolbar.ts'
import { Segmented } from '#reader/ui/segmented.tsx'
import { buildDateOrder, buildRankOrder } from '#core/selection/list-order.ts'
import { TimelineList } from './timeline-list.tsx'
import { buildCompactLayout, buildLayout, buildRankedLayout } from './timeline-layout.ts'
import { useItemHeights } from './use-item-heights.tsx'
import styles from './timeline-list.module.css'

interface TimelineProps {
  filter: TimelineFilter
  /** The clock of headings and rows. */
  clock: ListClock
  /** Ordinal of the newest post that the last visit saw; absent where there is nothing newer. */
  leftOff?: number | undefined
  /** What stands above the toolbar; one Tab stop with it. */
  door: ReactNode
  /** What stands below the toolbar; one Tab stop with it too: the chips of the active filter. */
  controls: ReactNode
  /** Content between these and the rows. */
  children: ReactNode
  /** Shown instead of a list without rows; absent = the message for filters. */
  empty?: ReactNode
}

/** The timeline of a filter: the number of posts, the sort order and the rows. */
export function Timeline({
  filter,
  clock,
  leftOff,
  door,
  controls,
  children,
  empty,
}: TimelineProps) {
  const { data: manifest } = useSuspenseQuery(manifestQuery())
  const { data: calendar } = useSuspenseQuery(clockCalendarQuery(filter))
  const { data: selection } = useSuspenseQuery(selectionQuery(filter))
  const { sort, query } = filter
  const isRanked = isRankedSort(sort)
  const isSearch = query !== undefined
  const { data: ranked } = useQuery({ ...rankedQuery(filter), enabled: isRanked })
  const days = useMemo(() => toTimelineDays(calendar, selection), [calendar, selection])
  const [heights, samples] = useItemHeights()
  const order = useMemo(
    () =>
      isRanked
        ? ranked && buildRankOrder(ranked)
        : buildDateOrder(selection, sort, calendar.places),
    [isRanked, ranked, selection, sort, calendar],
  )
  const layout = useMemo(() => {
    if (isRanked) return ranked && buildRankedLayout(ranked.length, heights)
    return (isSearch ? buildCompactLayout : buildLayout)(days, sort, heights)
  }, [isRanked, isSearch, ranked, days, sort, heights])
  const bar = useToolbar<HTMLDivElement>()
  const key = toSearchParams(filter).toString()
  // Memoized: the rows render again when this object changes.
  const list = useMemo(() => ({ list: key }), [key])
  const count = countSelection(selection)
  return (
    <>
      <div ref={bar}>
        {door}
        <Toolbar filter={filter} count={count} />
        {controls}
      </div>
      {children}
      {samples}
      {count === 0 ? (
        <div id="list" tabIndex={-1}>
          {empty ?? <EmptyTimeline filter={filter} />}
        </div>
      ) : layout === undefined || order === undefined ? null : (
        <TimelineList
          // The key remounts the component for each list: measured heights and focus of the last one do not apply.
          key={`${key} ${filter.clock}`}
          order={order}
          layout={layout}
          sort={sort}
          rowsPerShard={manifest.timeline.rowsPerShard}
          clock={clock}
          list={list}
          query={query}
          leftOff={leftOff}
        />
      )}
    </>
  )
}

interface ToolbarProps {
  filter: TimelineFilter
  count: number
}

function Toolbar({ filter, count }: ToolbarProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { query } = filter
  // Only reads the cache: the query of the selection fetches this.
  const { data: found } = useQuery({ ...foundQuery(filter), enabled: false })
  const isCounting = query !== undefined && found?.isComplete === false
  return (
    <div role="toolbar" aria-label={t('timeline.tools')} className="list-toolbar">
      <output className={isCounting ? 'list-count list-counting' : 'list-count'}>
        {t(isCounting ? 'search.counting' : 'timeline.count', {
          count,
          number: toNumberText(count),
        })}
      </output>
      {query === undefined ? (
        <Link className="list-calendar" to={listCalendarPath(filter)}>
          {t('calendar.name')}
        </Link>
      ) : (
        <Link className="list-calendar" to={calendarPath(filter, 'bars')}>
          {t('timeline.overTime')}
        </Link>
      )}
      <Segmented
        label={t('timeline.sort')}
        labelHidden
        value={filter.sort}
        options={[
          { value: 'newest', label: t('timeline.newest'), short: t('timeline.newestShort') },
          { value: 'oldest', label: t('timeline.oldest'), short: t('timeline.oldestShort') },
          ...(query === undefined
            ? []
            : [
                { value: 'best' as const, label: t('search.best'), short: t('timeline.bestShort') },
              ]),
          ...(hasOwnOrder(filter)
            ? [{ value: 'own' as const, label: t('timeline.own'), short: t('timeline.ownShort') }]
            : []),
        ]}
        onChange={(sort) => navigate(timelinePath({ ...filter, sort }))}
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
