import { renderToStaticMarkup } from 'react-dom/server'
import { toMonthName } from '#article/date-words.ts'
import { toNumberText } from '#article/number-text.ts'
import { browsePath, toFacetPath } from '#contract/browse-paths.ts'
import {
  countFacetPages,
  valuesPerPage,
  type ListPlan,
  type ListedFacet,
  type PostList,
} from './list-plan.ts'
import { toFramedHtml, type ListFrame } from './list-frame.tsx'
import { isMonth, toSubjectText } from './list-page-html.tsx'
import { PageLinks, toStep } from './page-links.tsx'
import type { ListSetting } from './row-html.tsx'

/** Values of a facet on the page of all lists. */
const shownValues = 24

/** Renders the page of all lists: every month, and the most frequent values of every facet. */
export function toAllListsHtml({ months, facets }: ListPlan, frame: ListFrame): string {
  const { setting } = frame
  const { words } = setting
  const column = renderToStaticMarkup(
    <>
      <header className="browse-header">
        <h1>{words('browse.title')}</h1>
      </header>
      <section id="month" className="browse-section">
        <h2>{words('browse.months')}</h2>
        {toYears(months).map(({ year, lists }) => (
          <Year key={year ?? 'undated'} year={year} lists={lists} setting={setting} />
        ))}
      </section>
      {facets.map((facet) => (
        <FacetSection key={facet.facet} {...facet} setting={setting} />
      ))}
    </>,
  )
  return toFramedHtml({ path: browsePath, title: words('browse.title'), column }, frame)
}

interface YearLists {
  /** `YYYY`; absent for posts without a date. */
  year: string | undefined
  lists: PostList[]
}

/** Groups months by year: newest year first, months in calendar order. */
function toYears(months: readonly PostList[]): YearLists[] {
  const years: YearLists[] = []
  for (const list of months) {
    const { subject } = list
    const year = 'month' in subject ? subject.month?.slice(0, 4) : undefined
    const last = years.at(-1)
    if (last !== undefined && last.year === year) last.lists.push(list)
    else years.push({ year, lists: [list] })
  }
  return years.toReversed()
}

function Year({ year, lists, setting }: YearLists & { setting: ListSetting }) {
  return (
    <div id={year === undefined ? undefined : `y${year}`} className="browse-year">
      {year === undefined ? null : <h3>{year}</h3>}
      <ul className="browse-values">
        {lists.map((list) => (
          <li key={list.path}>
            <ListLink list={list} text={toMonthOfYear(list, setting)} setting={setting} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function toMonthOfYear(list: PostList, setting: ListSetting): string {
  const { subject } = list
  if (!('month' in subject) || subject.month === undefined) return toSubjectText(list, setting)
  return isMonth(subject.month)
    ? toMonthName(subject.month, setting.locale)
    : setting.words('browse.monthUnknown')
}

function FacetSection({ facet, values, setting }: ListedFacet & { setting: ListSetting }) {
  const { words, base } = setting
  const number = toNumberText(values.length)
  return (
    <section id={facet} className="browse-section">
      <h2>{words(`browse.facets.${facet}`)}</h2>
      <ValueLinks values={values.slice(0, shownValues)} setting={setting} />
      {values.length <= shownValues ? null : (
        <p>
          <a href={`${base}${toFacetPath(facet)}`}>{words('browse.all', { number })}</a>
        </p>
      )}
    </section>
  )
}

/** Renders one page, counted from 1, of the values of a facet, in the order given. */
export function toFacetPageHtml(
  { facet, values }: ListedFacet,
  page: number,
  frame: ListFrame,
): string {
  const { setting } = frame
  const { words, base } = setting
  const name = words(`browse.facets.${facet}`)
  const shown = values.slice((page - 1) * valuesPerPage, page * valuesPerPage)
  const previous = page === 1 ? undefined : toFacetPath(facet, page - 1)
  const isLast = page === countFacetPages(values.length)
  const next = isLast ? undefined : toFacetPath(facet, page + 1)
  const column = renderToStaticMarkup(
    <>
      <header className="browse-header">
        <p className="browse-up">
          <a href={`${base}${browsePath}#${facet}`}>{words('browse.title')}</a>
        </p>
        <h1>{name}</h1>
        <p className="browse-facts">
          {words('browse.all', { number: toNumberText(values.length) })}
        </p>
      </header>
      <ValueLinks values={shown} setting={setting} />
      <PageLinks
        words={words}
        previous={toStep(previous, 'browse.previous', setting)}
        next={toStep(next, 'browse.next', setting)}
      />
    </>,
  )
  const title = page === 1 ? name : `${name} · ${toNumberText(page)}`
  return toFramedHtml({ path: toFacetPath(facet, page), title, column, previous, next }, frame)
}

function ValueLinks({ values, setting }: { values: ListedFacet['values']; setting: ListSetting }) {
  return (
    <ul className="browse-values">
      {values.map((list) => (
        <li key={list.path}>
          <ListLink list={list} text={list.value} setting={setting} />
        </li>
      ))}
    </ul>
  )
}

function ListLink({ list, text, setting }: { list: PostList; text: string; setting: ListSetting }) {
  return (
    <>
      <a href={`${setting.base}${list.path}`}>
        <bdi>{text}</bdi>
      </a>
      <span className="browse-count">{` · ${toNumberText(list.rows)}`}</span>
    </>
  )
}
