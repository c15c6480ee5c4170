import { facetNames, type FacetName } from '#core/facet/facet.ts'
import { toFacetValueName } from '#core/facet/facet-value-name.ts'

/** Folder of the lists that work without JavaScript. */
export const browsePath = 'browse/'

/** Number of rows on a full list page, which no longer changes. */
export const rowsPerListPage = 100

/** A list of posts with pages of its own: the posts with one facet value, or of one month. */
export type ListSubject =
  | { facet: FacetName; value: string }
  /**
   * `YYYY-MM` in the archive's zone; `YYYY` = the posts of which only the year is known; `undefined` = those without a
   * date.
   */
  | { month: string | undefined }

/** Path of a list below the site's root. It is also the path of its newest page. */
export function toListPath(subject: ListSubject): string {
  if ('month' in subject) return `${browsePath}month/${subject.month ?? 'undated'}/`
  return `${browsePath}${subject.facet}/${toFacetValueName(subject.facet, subject.value)}/`
}

/** Path of a page that lists the values of a facet. Pages count from 1. */
export function toFacetPath(facet: FacetName, page = 1): string {
  return `${browsePath}${facet}/${page === 1 ? '' : `${page}/`}`
}

/**
 * Number of pages of a list. Pages count from 1, the oldest, so that a new post changes only the newest page. That one
 * has 50 to 149 rows (fewer in a short list); all others have 100.
 */
export function countListPages(rows: number): number {
  return Math.max(1, Math.floor((rows + rowsPerListPage / 2) / rowsPerListPage))
}

/** Positions of a page's rows in its list (0 = oldest): the first, and the one after the last. */
export function cutListPage(rows: number, page: number): { start: number; end: number } {
  const isNewest = page === countListPages(rows)
  return { start: (page - 1) * rowsPerListPage, end: isNewest ? rows : page * rowsPerListPage }
}

/**
 * Path of a page of a list with this many rows. The newest page has the path of the list; the paths of the others end
 * in their number.
 */
export function toListPagePath(listPath: string, rows: number, page: number): string {
  return page === countListPages(rows) ? listPath : `${listPath}${page}/`
}

/** What a URL below `browse/` refers to. */
export type BrowseTarget =
  | { kind: 'all' }
  | { kind: 'facet'; facet: FacetName }
  /** `name` is from `toFacetValueName`; `page` absent = the newest. */
  | { kind: 'value'; facet: FacetName; name: string; page: number | undefined }
  | { kind: 'month'; month: string | undefined }

/**
 * Parses a path below the site's root, with or without slashes at its ends; `undefined` for one that no list can have.
 */
export function parseBrowsePath(path: string): BrowseTarget | undefined {
  const [folder, first, second, third, ...rest] = path.split('/').filter((part) => part !== '')
  if (`${folder}/` !== browsePath || rest.length > 0) return undefined
  if (first === undefined) return { kind: 'all' }
  const page = parsePage(third)
  if (third !== undefined && page === undefined) return undefined
  if (first === 'month') return parseMonth(second)
  const facet = facetNames.find((known) => known === first)
  if (facet === undefined) return undefined
  if (second === undefined || parsePage(second) !== undefined) return { kind: 'facet', facet }
  return { kind: 'value', facet, name: second, page }
}

function parseMonth(text: string | undefined): BrowseTarget | undefined {
  if (text === undefined) return { kind: 'all' }
  if (text === 'undated') return { kind: 'month', month: undefined }
  return /^\d{4}(?:-\d{2})?$/.test(text) ? { kind: 'month', month: text } : undefined
}

function parsePage(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined
}
