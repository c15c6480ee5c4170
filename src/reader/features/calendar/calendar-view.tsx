import { useSuspenseQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { toNumberText } from '#article/number-text.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { toTimelineDays, type Calendar } from '#core/selection/calendar.ts'
import type { Selection } from '#core/selection/selection.ts'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { selectionQuery } from '#reader/data/filter/filter-query.ts'
import { clockCalendarQuery } from '#reader/data/clock/clock-query.ts'
import { workBudget } from '#reader/data/scheduling/work-budget.ts'
import { buildHeatMap, type HeatMap } from './heat-map.ts'
import { MonthTable } from './month-table.tsx'
import { YearMap } from './year-map.tsx'
import styles from './calendar.module.css'

interface CalendarViewProps {
  filter: TimelineFilter
  form: 'map' | 'table'
  /** Opens the list of a year (`YYYY`), a month (`YYYY-MM`) or a day. */
  onJump: (period: string) => void
  /** Rendered below the days of a year, `YYYY`. */
  renderBelow?: (year: string) => ReactNode
}

/**
 * Computes the calendar of a list before it is rendered, in tasks of its own: twenty years of a million posts take
 * several frames.
 */
export async function prepareCalendar(calendar: Calendar, selection: Selection): Promise<void> {
  await workBudget.rest()
  const days = toTimelineDays(calendar, selection)
  await workBudget.rest()
  buildHeatMap(days)
}

/** Numbers of posts of a filter by day, as a heat map of days or a table of months; both link into the timeline. */
export function CalendarView({ filter, form, onJump, renderBelow }: CalendarViewProps) {
  const { t } = useTranslation()
  const { data: calendar } = useSuspenseQuery(clockCalendarQuery(filter))
  const { data: selection } = useSuspenseQuery(selectionQuery(filter))
  const map = useMemo(
    () => buildHeatMap(toTimelineDays(calendar, selection)),
    [calendar, selection],
  )
  const withoutDay = map.years.reduce((sum, year) => sum + year.withoutDay, 0)
  if (map.years.length === 0) return <p>{t('timeline.noMatch')}</p>
  return (
    <>
      {form === 'table' ? (
        <>
          <MonthTable years={map.years} onJump={onJump} />
          {withoutDay === 0 ? null : (
            <p>
              {t('calendar.withoutDay', { count: withoutDay, number: toNumberText(withoutDay) })}
            </p>
          )}
        </>
      ) : (
        <>
          {map.years.every(({ cells }) => cells.length === 0) ? null : <Legend map={map} />}
          {map.years.map((year) => (
            <YearMap key={year.year} year={year} onJump={onJump} below={renderBelow?.(year.year)} />
          ))}
        </>
      )}
      {map.undated === 0 ? null : (
        <p>{`${t('timeline.undated')} · ${toNumberText(map.undated)}`}</p>
      )}
    </>
  )
}

function Legend({ map: { thresholds } }: { map: HeatMap }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.legend} aria-label={t('calendar.legend')}>
      {thresholds.map((least, at) =>
        least === thresholds[at + 1] ? null : (
          <li key={least}>
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <path className={styles[`shade${at + 1}`]} d="M0 0h10v10h-10z" />
            </svg>
            {t('calendar.least', { number: toNumberText(least) })}
          </li>
        ),
      )}
    </ul>
  )
}
