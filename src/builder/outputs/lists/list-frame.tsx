import { renderToStaticMarkup } from 'react-dom/server'
import { browsePath, toFacetPath } from '#contract/browse-paths.ts'
import type { FacetName } from '#core/facet/facet.ts'
import { escapeHtml } from '#core/html/escape-html.ts'
import { toMasthead } from '#builder/site/page/masthead.ts'
import type { PageShell } from '#builder/site/page/page-shell.ts'
import type { ListSetting } from './row-html.tsx'

/** What all pages of lists share. */
export interface ListFrame {
  setting: ListSetting
  shell: PageShell
  /** Full address of the site; `undefined` = unknown. */
  address: string | undefined
  /** Facets whose values have lists. */
  facets: readonly FacetName[]
}

/** One page to be put into the frame. */
export interface FramedPage {
  /** Path below the site's root. */
  path: string
  /** Title of the page, before that of the archive. */
  title: string
  /** HTML of the main column. */
  column: string
  /** Paths of the previous and the next page in display order; absent = none. */
  previous?: string | undefined
  next?: string | undefined
}

/** Renders the whole page. */
export function toFramedHtml(page: FramedPage, frame: ListFrame): string {
  const { siteTitle, base, language, words } = frame.setting
  const { path, title, column } = page
  const masthead = toMasthead({ siteTitle, base, browse: words('browse.name') })
  const rail = renderToStaticMarkup(<ListsRail {...frame} />)
  return frame.shell({
    title: `${title} · ${siteTitle}`,
    language,
    head: [
      toCanonicalLink(path, frame.address),
      toLink('prev', page.previous, base),
      toLink('next', page.next, base),
    ].join(''),
    root: `${masthead}<main class="browse"><div class="list-page"><div class="list-column">${column}</div>${rail}</div></main>`,
  })
}

/** The canonical link of a page; empty where the address of the site is unknown. */
export function toCanonicalLink(path: string, address: string | undefined): string {
  return toLink('canonical', address === undefined ? undefined : path, address ?? '')
}

function toLink(rel: string, path: string | undefined, base: string): string {
  return path === undefined ? '' : `<link rel="${rel}" href="${escapeHtml(`${base}${path}`)}">`
}

function ListsRail({ setting: { base, words }, facets }: ListFrame) {
  return (
    <nav className="list-rail browse-rail" aria-label={words('browse.lists')}>
      <ul>
        <li>
          <a href={`${base}${browsePath}`}>{words('browse.title')}</a>
        </li>
        <li>
          <a href={`${base}${browsePath}#month`}>{words('browse.months')}</a>
        </li>
        {facets.map((facet) => (
          <li key={facet}>
            <a href={`${base}${toFacetPath(facet)}`}>{words(`browse.facets.${facet}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
