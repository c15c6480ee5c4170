import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { toNumberText } from '#article/number-text.ts'
import { toPeriodText } from '#article/view/period-text.ts'
import { toViewName } from '#article/view/view-name.ts'
import {
  browsePath,
  countListPages,
  cutListPage,
  toFacetPath,
  toListPagePath,
} from '#contract/browse-paths.ts'
import { openFilter, withValue } from '#core/selection/timeline-filter.ts'
import type { PostList } from './list-plan.ts'
import { toFramedHtml, type ListFrame } from './list-frame.tsx'
import { PageLinks, toStep } from './page-links.tsx'
import type { ListSetting } from './row-html.tsx'

/** One page of a list of posts. */
export interface ListPage {
  list: PostList
  /** Counted from 1, the oldest. */
  page: number
}

// Placeholder for the rows. No title or tag can produce it: React escapes every `<` in data.
const rowsSeat = '<list-rows></list-rows>'

/** Path of a page, relative to the root of the site. */
export function toPagePath({ list, page }: ListPage): string {
  return toListPagePath(list.path, list.rows, page)
}

/** Cache key of a page, without its rows and what all pages share. Nothing on older pages changes with a new post. */
export function toPageFacts(shown: ListPage): unknown[] {
  const { list, page } = shown
  const { newer, older } = toNeighbours(shown)
  const isNewest = page === countListPages(list.rows)
  return [toPagePath(shown), list.subject, page, newer, older, isNewest ? list.rows : null]
}

/** Renders the whole page; `rows` is the HTML of its rows, newest first. */
export function toListPageHtml(shown: ListPage, rows: string, frame: ListFrame): string {
  const { newer, older } = toNeighbours(shown)
  const { setting } = frame
  const { words, timeZone } = setting
  const isNewest = newer === undefined
  const name = toSubjectText(shown.list, setting)
  const column = renderToStaticMarkup(
    <>
      <header className="browse-header">
        <p className="browse-up">
          <a href={`${setting.base}${toUpPath(shown.list)}`}>{toKindText(shown.list, setting)}</a>
        </p>
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <p className="browse-facts">
          <span>{toFactsText(shown, setting)}</span>
          {' · '}
          <span>{words('timeline.zone', { zone: timeZone })}</span>
        </p>
      </header>
      {createElement('list-rows')}
      <PageLinks
        words={setting.words}
        previous={toStep(newer, 'browse.newer', setting)}
        next={toStep(older, 'browse.older', setting)}
      />
    </>,
  )
  return toFramedHtml(
    {
      path: toPagePath(shown),
      title: isNewest ? name : `${name} · ${toFactsText(shown, setting)}`,
      column: column.replace(rowsSeat, () => `<section class="browse-rows">${rows}</section>`),
      previous: newer,
      next: older,
    },
    frame,
  )
}

function toNeighbours({ list, page }: ListPage): {
  newer: string | undefined
  older: string | undefined
} {
  const isNewest = page === countListPages(list.rows)
  return {
    newer: isNewest ? undefined : toPagePath({ list, page: page + 1 }),
    older: page === 1 ? undefined : toPagePath({ list, page: page - 1 }),
  }
}

/** The number of posts in the list on its newest page, the range of posts on the others. */
function toFactsText({ list, page }: ListPage, { words }: ListSetting): string {
  if (page === countListPages(list.rows)) {
    return words('timeline.count', { count: list.rows, number: toNumberText(list.rows) })
  }
  const { start, end } = cutListPage(list.rows, page)
  return words('browse.range', {
    first: toNumberText(start + 1),
    last: toNumberText(end),
  })
}

function toUpPath({ subject }: PostList): string {
  return 'month' in subject ? `${browsePath}#month` : toFacetPath(subject.facet)
}

function toKindText({ subject }: PostList, { words }: ListSetting): string {
  return 'month' in subject ? words('browse.months') : words(`browse.facets.${subject.facet}`)
}

/** The name of a list, the same as the reader gives the same list: `tag sea wall`, `May 2024`. */
export function toSubjectText({ subject }: PostList, { words, locale }: ListSetting): string {
  if (!('month' in subject)) {
    const filter = withValue(openFilter, subject.facet, subject.value, 'include')
    return toViewName(filter, words, locale) ?? subject.value
  }
  const { month } = subject
  if (month === undefined) return words('timeline.undated')
  const name = toPeriodText(month, locale)
  return isMonth(month) ? name : `${name} · ${words('browse.monthUnknown')}`
}

/** Whether it is a month (`YYYY-MM`), not a year alone. */
export function isMonth(period: string): boolean {
  return period.length === 7
}
