import { toQuietPath } from '#core/address/quiet-address.ts'
import { formatSharedList } from '#core/selection/shared-list.ts'
import type { BinUnit } from '#core/selection/bin-unit.ts'
import { toFilterPeriod, withoutDays } from '#core/selection/filter-period.ts'
import type { ChoiceName, TimelineFilter } from '#core/selection/timeline-filter.ts'
import {
  openFilter,
  toSearchParams,
  withClock,
  withValue,
} from '#core/selection/timeline-filter.ts'
import type { ClockName } from '#core/time/clock.ts'
import type { PostId } from '#core/post/post-id.ts'
import { isOneFile, linkStart } from './place.ts'

/**
 * Every address of the reader is made here. `xPath` functions return router paths, relative to the base;
 * `toHref` turns one into an address for a plain `href`.
 */

export const homePath = '/'
/** The list of all posts that somebody saved on this device. */
export const savedPath = '/?saved=all'
/** The list that somebody made on this device, in its own order. */
export function ownListPath(list: string): string {
  return timelinePath({ ...withValue(openFilter, 'saved', list, 'include'), sort: 'own' })
}
/** A list as a link that carries its title and its posts, in their order. */
export function sharedListPath(title: string, ids: readonly PostId[]): string {
  const value = formatSharedList(title, ids)
  return timelinePath({ ...withValue(openFilter, 'ids', value, 'include'), sort: 'own' })
}
export const aboutPath = '/about'
export const reportPath = '/about/report'
export const checkPath = '/about/check'
/** All notes of this device. */
export const notesPath = '/about/notes'
export const statisticsPath = '/statistics'
export const calendarRoute = '/calendar'
/** Route pattern of an article; addresses come from `postPath`. */
export const postPattern = '/posts/:id'
/** Route pattern of the lists without JavaScript: the reader redirects each to the same list of the timeline. */
export const browsePattern = '/browse/*'

/** Path of an article. */
export function postPath(id: PostId): string {
  return `/posts/${id}`
}

/** Path of the comparison of an article with another version of it. */
export function comparisonPath(id: PostId, other: PostId): string {
  return `${postPath(id)}?compare=${other}`
}

/** Path of the source file of an article. */
export function sourcePath(id: PostId): string {
  return `${postPath(id)}?show=source`
}

/** Path of the timeline with a filter; equal filters have equal paths. */
export function timelinePath(filter: TimelineFilter): string {
  const search = toSearchParams(filter).toString()
  return search === '' ? homePath : `${homePath}?${search}`
}

/** How the calendar shows its numbers; `bars` is the list over time. */
export type CalendarForm = 'map' | 'table' | 'bars'

/** Path of the calendar of a list. `unit` is what a bar stands for; absent = what shows the list best. */
export function calendarPath(
  filter: TimelineFilter,
  form: CalendarForm = 'map',
  unit?: BinUnit,
): string {
  const params = toSearchParams(filter)
  if (form !== 'map') params.set('form', form)
  if (form === 'bars' && unit !== undefined) params.set('by', unit)
  const search = params.toString()
  return search === '' ? calendarRoute : `${calendarRoute}?${search}`
}

/** Path of the calendar that a list leads to: the list of a single period leads to that of all its days. */
export function listCalendarPath(filter: TimelineFilter): string {
  return calendarPath(toFilterPeriod(filter) === undefined ? filter : withoutDays(filter))
}

/** Path of the timeline that shows one value of one facet. */
export function facetPath(facet: ChoiceName, value: string): string {
  return timelinePath(withValue(openFilter, facet, value, 'include'))
}

/** Path of the timeline that shows one day, `YYYY-MM-DD` on a clock; without a clock, in the archive's zone. */
export function dayPath(day: string, clock?: ClockName): string {
  return timelinePath(withClock({ ...openFilter, from: day, to: day }, clock))
}

/** Parses the site's base; anything but a plain folder path counts as the root. */
export function parseSiteBase(content: string | undefined): string {
  return content !== undefined && /^\/(?:[\w.~-]+\/)*$/.test(content) ? content : '/'
}

const baseMeta =
  typeof document === 'undefined'
    ? undefined
    : document.querySelector<HTMLMetaElement>('meta[name="broadsheet-base"]')

/** Folder of the site on its host, always with `/` at both ends. */
export const siteBase = parseSiteBase(baseMeta?.content)

/** Whether queries stand behind `#`, where no host hears of them: see `quiet-address.ts`. */
export const isQuiet = baseMeta?.dataset['quiet'] !== undefined

/** What an address of this site begins with: its folder, or `#/` where it is one file. */
export const hrefStart = linkStart ?? siteBase

/** Address of a router path, for a plain `href`. */
export function toHref(path: string, base: string = hrefStart): string {
  return `${base}${(isQuiet ? toQuietPath(path) : path).replace(/^\//, '')}`
}

/**
 * Address of a router path as it is passed on. `published` is the full address of the site, where it is known: a file on this
 * device leads nobody else anywhere. `isQuietSite` says how that site writes its queries.
 */
export function toSharedAddress(
  path: string,
  published: string | undefined,
  isQuietSite = false,
): string {
  if (isOneFile && published !== undefined) {
    return published + (isQuietSite ? toQuietPath(path) : path).slice(1)
  }
  return new URL(toHref(path), location.href).href
}

/** State of an article's history entry: the list the reader came from. */
export interface ListState {
  /** Address query of that list, as `toSearchParams` writes it, without `?`; empty for the open timeline. */
  list: string
}

/** Parses the list in a history state; the open timeline when it has none. */
export function parseListState(state: unknown): ListState {
  const list = typeof state === 'object' && state !== null && 'list' in state ? state.list : ''
  return { list: typeof list === 'string' ? list : '' }
}

/** Path back to the list a reader came from. */
export function listPath({ list }: ListState): string {
  return list === '' ? homePath : `${homePath}?${list}`
}

/** History state of a search that is still being typed: the field is ahead of the address. */
export const typedState = { typed: true } as const

/** Whether a history state marks a search that is still being typed. */
export function isTyped(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'typed' in state
}

/** Parses the day (`YYYY-MM-DD`) at which a timeline opens from its history state; `undefined` when there is none. */
export function parseJumpState(state: unknown): string | undefined {
  const day = typeof state === 'object' && state !== null && 'day' in state ? state.day : undefined
  return typeof day === 'string' ? day : undefined
}
