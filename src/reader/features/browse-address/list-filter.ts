import type { QueryClient } from '@tanstack/react-query'
import { countListPages, cutListPage, parseBrowsePath } from '#contract/browse-paths.ts'
import { toFirstDay } from '#core/time/known-day.ts'
import { toPeriodDays } from '#core/time/period.ts'
import { toCalendarDay } from '#core/selection/calendar.ts'
import { toFacetValueName } from '#core/facet/facet-value-name.ts'
import type { FacetName } from '#core/facet/facet.ts'
import { countSelection, ordinalAt } from '#core/selection/selection.ts'
import { openFilter, withValue, type TimelineFilter } from '#core/selection/timeline-filter.ts'
import { selectionQuery } from '#reader/data/filter/filter-query.ts'
import { calendarQuery, dictionaryQuery } from '#reader/data/archive/site-queries.ts'

/**
 * The timeline filter that matches a list without JavaScript, given the list's path below the site's root; `undefined`
 * when there is no such list. An older page of a list becomes the timeline up to the day of its newest row.
 */
export async function findListFilter(
  client: QueryClient,
  path: string,
): Promise<TimelineFilter | undefined> {
  const target = parseBrowsePath(path)
  if (target === undefined) return undefined
  if (target.kind === 'month') return toMonthFilter(target.month)
  if (target.kind !== 'value') return openFilter
  const filter = await findValueFilter(client, target.facet, target.name)
  if (filter === undefined || target.page === undefined) return filter
  const to = await findNewestDay(client, filter, target.page)
  return to === undefined ? filter : { ...filter, to }
}

/** Posts without a date come before all others. */
function toMonthFilter(month: string | undefined): TimelineFilter | undefined {
  if (month === undefined) return { ...openFilter, sort: 'oldest' }
  const days = toPeriodDays(month)
  return days && { ...openFilter, ...days }
}

async function findValueFilter(
  client: QueryClient,
  facet: FacetName,
  name: string,
): Promise<TimelineFilter | undefined> {
  const { values } = await client.ensureQueryData(dictionaryQuery(facet))
  const found = values.find(({ value }) => toFacetValueName(facet, value) === name)
  if (found === undefined) return undefined
  const filter = withValue(openFilter, facet, found.value, 'include')
  return found.count === 0 ? { ...filter, versions: 'all' } : filter
}

async function findNewestDay(
  client: QueryClient,
  filter: TimelineFilter,
  page: number,
): Promise<string | undefined> {
  const [selection, calendar] = await Promise.all([
    client.fetchQuery(selectionQuery(filter)),
    client.ensureQueryData(calendarQuery()),
  ])
  const rows = countSelection(selection)
  if (page >= countListPages(rows)) return undefined
  const newest = ordinalAt(selection, cutListPage(rows, page).end - 1)
  const day = newest === undefined ? undefined : toCalendarDay(calendar, newest)?.day
  return day === undefined ? undefined : toFirstDay(day)
}
