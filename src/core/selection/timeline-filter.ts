import { selectDays, type Calendar } from './calendar.ts'
import { parseClockName, type ClockName } from '../time/clock.ts'
import { toDay } from '../time/day.ts'
import { mayNameDays } from './query-days.ts'
import { facetNames, type FacetChoice } from '../facet/facet.ts'
import {
  emptySelection,
  intersectSelections,
  rangeSelection,
  subtractSelection,
  uniteSelections,
  type Selection,
} from './selection.ts'

/**
 * `year` is chosen like a facet, but resolved by the calendar; `mark` (`read` or `unread`) and `saved` (`all`, or the id of a
 * list) by what this device keeps; `ids` is a list in the address itself, see `shared-list.ts`.
 */
export const choiceNames = [...facetNames, 'mark', 'saved', 'ids', 'year'] as const
export type ChoiceName = (typeof choiceNames)[number]
export type DeskChoice = 'mark' | 'saved'

/** `best` ranks the hits of a search and needs a query; `own` is the order of a list that somebody made and needs a choice of one. */
export type TimelineSort = 'newest' | 'oldest' | 'best' | 'own'

/** What a timeline shows: everything a shared link must carry. */
export interface TimelineFilter {
  /** Chosen values. A facet without a choice does not narrow. */
  choices: ReadonlyMap<ChoiceName, FacetChoice>
  /** First and last day, inclusive, `YYYY-MM-DD` on the filter's clock. */
  from?: string
  to?: string
  /**
   * The clock of all days of the list: those it is narrowed to, those its query names and those it is shown under.
   * Absent = the archive's own. An address carries it only with days, so that it names the same posts to everybody.
   */
  clock?: ClockName
  /** Search query, as typed and trimmed; absent when there is none. */
  query?: string
  sort: TimelineSort
  /** `all` shows older versions of a post next to the newest one. */
  versions: 'newest' | 'all'
}

/** A change of a filter; called once, with the filter that it is to be made in. */
export type FilterChange = (filter: TimelineFilter) => TimelineFilter

const sorts: readonly TimelineSort[] = ['newest', 'oldest', 'best', 'own']

export const openFilter: TimelineFilter = { choices: new Map(), sort: 'newest', versions: 'newest' }

/** Parses a day (`YYYY-MM-DD`) from a URL or a field; `undefined` for a day that does not exist. */
export function parseDay(text: string | null): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '') ?? []
  return toDay({ year: Number(year), month: Number(month), day: Number(day) })
}

/** Parses a filter from URL parameters. Anything invalid is ignored, so that an old or mangled link still opens. */
export function parseTimelineFilter(params: URLSearchParams): TimelineFilter {
  const choices = new Map<ChoiceName, FacetChoice>()
  for (const name of choiceNames) {
    const include = [...new Set(params.getAll(name))].filter((value) => value !== '')
    const exclude = [...new Set(params.getAll(`not-${name}`))].filter(
      (value) => value !== '' && !include.includes(value),
    )
    if (include.length + exclude.length > 0) choices.set(name, { include, exclude })
  }
  const from = parseDay(params.get('from'))
  const to = parseDay(params.get('to'))
  const sort = sorts.find((known) => known === params.get('sort')) ?? 'newest'
  const filter: TimelineFilter = {
    choices,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    sort,
    versions: params.get('versions') === 'all' ? 'all' : 'newest',
  }
  const asked = withQuery(filter, params.get('q') ?? '')
  return withClock(asked, namesDays(asked) ? parseClockName(params.get('clock')) : undefined)
}

/**
 * Serializes a filter to URL parameters, always in the same order and without defaults, so that equal filters have
 * equal links.
 */
export function toSearchParams(filter: TimelineFilter): URLSearchParams {
  const params = new URLSearchParams()
  for (const name of choiceNames) {
    const choice = filter.choices.get(name)
    for (const value of choice?.include ?? []) params.append(name, value)
    for (const value of choice?.exclude ?? []) params.append(`not-${name}`, value)
  }
  if (filter.query !== undefined) params.set('q', filter.query)
  if (filter.from !== undefined) params.set('from', filter.from)
  if (filter.to !== undefined) params.set('to', filter.to)
  if (filter.clock !== undefined && namesDays(filter)) params.set('clock', filter.clock)
  if (filter.sort !== 'newest') params.set('sort', filter.sort)
  if (filter.versions !== 'newest') params.set('versions', filter.versions)
  return params
}

/** Sets the search query. An order that no longer fits falls back to `newest`. */
export function withQuery(filter: TimelineFilter, query: string): TimelineFilter {
  const { query: _last, ...rest } = filter
  const trimmed = query.trim()
  return withFittingSort(trimmed === '' ? rest : { ...rest, query: trimmed })
}

/** The reader's list that a filter is narrowed to: the only one it names. */
export function findOwnList({ choices }: TimelineFilter): string | undefined {
  const [list, ...others] = choices.get('saved')?.include ?? []
  return list === 'all' || others.length > 0 ? undefined : list
}

/** The list that an address itself carries and that a filter is narrowed to, as its value. */
export function findSharedList({ choices }: TimelineFilter): string | undefined {
  const [list, ...others] = choices.get('ids')?.include ?? []
  return others.length > 0 ? undefined : list
}

/** Whether a filter is narrowed to a list that has an order of its own. */
export function hasOwnOrder(filter: TimelineFilter): boolean {
  return findOwnList(filter) !== undefined || findSharedList(filter) !== undefined
}

/** Whether a list has an order that is not that of time. */
export function isRanked(sort: TimelineSort): boolean {
  return sort === 'best' || sort === 'own'
}

function withFittingSort(filter: TimelineFilter): TimelineFilter {
  const { sort, query } = filter
  const isLost =
    (sort === 'best' && query === undefined) || (sort === 'own' && !hasOwnOrder(filter))
  return isLost ? { ...filter, sort: 'newest' } : filter
}

/** Sets the choice of one facet. An empty choice removes the facet from the filter, and an order that needs it. */
export function withChoice(
  filter: TimelineFilter,
  name: ChoiceName,
  choice: FacetChoice,
): TimelineFilter {
  const choices = new Map(filter.choices)
  if (choice.include.length + choice.exclude.length === 0) choices.delete(name)
  else choices.set(name, choice)
  return withFittingSort({ ...filter, choices })
}

/** Narrows a filter to the days of a range on the filter's clock; an absent bound leaves that end open. */
export function withDays(
  filter: TimelineFilter,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): TimelineFilter {
  const { from: _from, to: _to, ...rest } = filter
  return {
    ...rest,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}

/** Sets the clock of a filter's days; `undefined` = the archive's own. */
export function withClock(filter: TimelineFilter, clock: ClockName | undefined): TimelineFilter {
  const { clock: _last, ...rest } = filter
  return clock === undefined ? rest : { ...rest, clock }
}

/** Whether the filter is narrowed to days, apart from those of its query. */
export function isWithinDays({ choices, from, to }: TimelineFilter): boolean {
  return from !== undefined || to !== undefined || choices.has('year')
}

/** Whether the filter or its query names days, so that it depends on the clock which posts it has. */
export function namesDays(filter: TimelineFilter): boolean {
  return isWithinDays(filter) || (filter.query !== undefined && mayNameDays(filter.query))
}

/** Moves one value of a facet to a new state; `open` removes it from the filter. */
export function withValue(
  filter: TimelineFilter,
  name: ChoiceName,
  value: string,
  state: 'include' | 'exclude' | 'open',
): TimelineFilter {
  const choice = filter.choices.get(name) ?? { include: [], exclude: [] }
  const include = choice.include.filter((other) => other !== value)
  const exclude = choice.exclude.filter((other) => other !== value)
  if (state === 'include') include.push(value)
  if (state === 'exclude') exclude.push(value)
  return withChoice(filter, name, { include, exclude })
}

/** Whether the filter narrows the archive at all. The sort order does not count. */
export function isNarrowing(filter: TimelineFilter): boolean {
  const { choices, from, to, query } = filter
  return choices.size > 0 || [from, to, query].some((part) => part !== undefined)
}

/** The data a filter is resolved with. */
export interface FilterSources {
  /** On the filter's clock. */
  calendar: Calendar
  /** All ordinals of the archive, older versions included. */
  rows: number
  /** Older versions of posts. */
  superseded: Selection
  /** Returns the posts that have a value; the empty selection for an unknown one. */
  selectionOf: (choice: Exclude<ChoiceName, 'year'>, value: string) => Selection
  /** Hits of the filter's query; absent without a query. */
  found?: Selection | undefined
}

/**
 * Resolves a filter to a selection: any of the included values of each facet, all facets combined, none of the excluded
 * values. `except` ignores one facet, to count what else could be chosen in it.
 */
export function buildSelection(
  filter: TimelineFilter,
  sources: FilterSources,
  except?: ChoiceName,
): Selection {
  let selection = rangeSelection(0, sources.rows)
  if (filter.from !== undefined || filter.to !== undefined) {
    selection = selectDays(sources.calendar, filter)
  }
  if (sources.found !== undefined) selection = intersectSelections(selection, sources.found)
  for (const [name, choice] of filter.choices) {
    if (name === except) continue
    if (choice.include.length > 0) {
      const union = choice.include
        .map((value) => selectionOfChoice(name, value, sources))
        .reduce(uniteSelections, emptySelection)
      selection = intersectSelections(selection, union)
    }
    for (const value of choice.exclude) {
      selection = subtractSelection(selection, selectionOfChoice(name, value, sources))
    }
  }
  return filter.versions === 'all' ? selection : subtractSelection(selection, sources.superseded)
}

function selectionOfChoice(name: ChoiceName, value: string, sources: FilterSources): Selection {
  if (name !== 'year') return sources.selectionOf(name, value)
  if (!/^\d{4}$/.test(value)) return emptySelection
  return selectDays(sources.calendar, { from: `${value}-01-01`, to: `${value}-12-31` })
}
