import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { toNumberText } from '#article/number-text.ts'
import { browsePath, toFacetPath } from '#contract/browse-paths.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import { toKnownZoneDay } from '#builder/archive/order/zone-time.ts'
import { toMasthead } from '#builder/site/page/masthead.ts'
import type { ListedFacet } from './list-plan.ts'
import type { HeadingCounts, ListRows } from './list-rows.ts'
import type { ListSetting } from './row-html.tsx'
import { WaitingView, type WaitingViewProps } from './waiting-view.tsx'

/** Rows on the first page: a few screens, for reading while the reader loads. */
const newestRows = 50

/** Values of a facet in the rail: as many as the reader's filter shows at first. */
const shownValues = 8

interface NewestParts {
  posts: readonly OrderedPost[]
  rows: ListRows
  setting: ListSetting
  /** Facets whose lists the rail links to; empty when the site has no lists. */
  facets: readonly ListedFacet[]
  /** HTML of the front door. */
  door: string
}

// Placeholders for the rows and for other HTML. No title or tag can produce it: React escapes every `<` in data.
const rowsSeat = '<list-rows></list-rows>'
const htmlSeat = '<other-html></other-html>'

/** Renders what the first page shows until the reader takes over, laid out as the reader does it. */
export async function toNewestRoot({
  posts,
  rows,
  setting,
  facets,
  door,
}: NewestParts): Promise<string> {
  const { siteTitle, base, words } = setting
  const newest = listNewest(posts)
  const counts = countFrom(posts, newest.at(-1) ?? 0, setting.timeZone)
  const html = await rows.toHtml(newest, counts)
  const hasLists = facets.length > 0
  const frame = renderToStaticMarkup(
    <main className="newest">
      <div className="list-page">
        <div className="list-column">
          <WaitingView view="list" name={siteTitle} setting={setting} hasLists={hasLists} />
          <h1 className="visually-hidden">{siteTitle}</h1>
          {createElement('other-html')}
          <Toolbar count={countShown(posts)} setting={setting} hasLists={hasLists} />
          <noscript>
            <WithoutScript setting={setting} hasLists={hasLists} />
            <p className="without-script">{words('wait.newestOnly')}</p>
          </noscript>
          {createElement('list-rows')}
        </div>
        {hasLists ? <NewestRail facets={facets} setting={setting} /> : null}
      </div>
    </main>,
  )
  const browse = hasLists ? words('browse.name') : undefined
  const list = `<section>${html}</section>`
  return `${toMasthead({ siteTitle, base, browse })}${frame.replace(htmlSeat, () => door).replace(rowsSeat, () => list)}`
}

/** Renders what another page that starts the reader shows until then, and without JavaScript. */
export function toShellRoot({
  lead = [],
  content = '',
  ...waiting
}: WaitingViewProps & {
  /** Paragraphs that read without JavaScript. */
  lead?: readonly string[]
  /** HTML that reads without JavaScript. */
  content?: string
}): string {
  const { name, setting, hasLists } = waiting
  const { siteTitle, base, words } = setting
  const masthead = toMasthead({
    siteTitle,
    base,
    browse: hasLists ? words('browse.name') : undefined,
  })
  const main = renderToStaticMarkup(
    <main>
      <div className="list-page">
        <div className="list-column">
          <WaitingView {...waiting} />
          <noscript>
            <h1 className="list-name">{name}</h1>
            {lead.map((text) => (
              <p key={text} dir="auto" className="without-script">
                {text}
              </p>
            ))}
            <WithoutScript setting={setting} hasLists={hasLists} />
            {createElement('other-html')}
          </noscript>
        </div>
      </div>
    </main>,
  )
  return `${masthead}${main.replace(htmlSeat, () => content)}`
}

interface NoticeProps {
  setting: ListSetting
  hasLists: boolean
}

function WithoutScript({ setting: { base, words }, hasLists }: NoticeProps) {
  if (!hasLists) return <p className="without-script">{words('browse.withoutPages')}</p>
  return (
    <p className="without-script">
      {words('browse.withoutScript')} <a href={`${base}${browsePath}`}>{words('browse.title')}</a>
    </p>
  )
}

/** Has the height of the reader's toolbar: controls that need JavaScript keep their space. */
function Toolbar({ setting, count, hasLists }: NoticeProps & { count: number }) {
  const { base, words } = setting
  return (
    <div className="list-toolbar">
      <p className="list-count">
        {words('timeline.count', { count, number: toNumberText(count) })}
      </p>
      {hasLists ? (
        <a className="list-calendar" href={`${base}${browsePath}#month`}>
          {words('calendar.name')}
        </a>
      ) : null}
      <span className="list-room" aria-hidden="true">
        <span>{words('timeline.newest')}</span>
        <span>{words('timeline.oldest')}</span>
      </span>
    </div>
  )
}

function NewestRail({ facets, setting: { base, words } }: Pick<NewestParts, 'facets' | 'setting'>) {
  return (
    <nav className="list-rail browse-rail" aria-label={words('browse.lists')}>
      {facets.map(({ facet, values }) => (
        <section key={facet}>
          <h2>
            <a href={`${base}${toFacetPath(facet)}`}>{words(`browse.facets.${facet}`)}</a>
          </h2>
          <ul>
            {values.slice(0, shownValues).map(({ path, value, rows }) => (
              <li key={path}>
                <a href={`${base}${path}`}>
                  <bdi>{value}</bdi>
                </a>
                <span className="browse-count">{` · ${toNumberText(rows)}`}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

function listNewest(posts: readonly OrderedPost[]): number[] {
  const newest: number[] = []
  for (let ordinal = posts.length - 1; ordinal >= 0 && newest.length < newestRows; ordinal--) {
    if (posts[ordinal]?.supersededBy === undefined) newest.push(ordinal)
  }
  return newest
}

function countShown(posts: readonly OrderedPost[]): number {
  let count = 0
  for (const { supersededBy } of posts) if (supersededBy === undefined) count++
  return count
}

/**
 * Counts posts by day and month, as the reader's headings do, from the newest post back to the whole month of `oldest`.
 */
function countFrom(posts: readonly OrderedPost[], oldest: number, timeZone: string): HeadingCounts {
  const dayOf = (ordinal: number) => {
    const row = posts[ordinal]?.cached.row
    return row === undefined ? undefined : toKnownZoneDay(row, timeZone)
  }
  const last = dayOf(oldest)?.slice(0, 7)
  const days = new Map<string | undefined, number>()
  const months = new Map<string | undefined, number>()
  for (let ordinal = posts.length - 1; ordinal >= 0; ordinal--) {
    const day = dayOf(ordinal)
    const month = day?.slice(0, 7)
    if (ordinal < oldest && month !== last) break
    if (posts[ordinal]?.supersededBy !== undefined) continue
    days.set(day, (days.get(day) ?? 0) + 1)
    months.set(month, (months.get(month) ?? 0) + 1)
  }
  return { ofDay: (day) => days.get(day) ?? 0, ofMonth: (month) => months.get(month) ?? 0 }
}
