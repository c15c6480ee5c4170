import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { FacetDictionary } from '#contract/facet-dictionary.ts'
import { parseSelectionBytes } from '#contract/selection-file.ts'
import { emptySelection, type Selection } from '#core/selection/selection.ts'
import {
  buildSelection,
  toSearchParams,
  withChoice,
  type ChoiceName,
  type FilterSources,
  type TimelineFilter,
} from '#core/selection/timeline-filter.ts'
import { foundKey, type ClockedQuery } from '#reader/data/search/found-key.ts'
import type { FoundPosts } from '#reader/data/search/found-posts.ts'
import {
  dictionaryQuery,
  manifestQuery,
  openingQuery,
  selectionFileQuery,
} from '#reader/data/archive/site-queries.ts'
import { filterCalendarQuery } from '#reader/data/clock/clock-query.ts'
import { workBudget } from '#reader/data/scheduling/work-budget.ts'

type ValueChoice = Exclude<ChoiceName, 'year'>
type WantedValues = ReadonlyMap<ValueChoice, readonly string[]>

/** Cache key of a filter's selection: everything but the sort. */
export function toFilterKey(filter: TimelineFilter): string {
  return toSearchParams({ ...filter, sort: 'newest' }).toString()
}

// Awaiting an import again costs a task even when the module is loaded; a cached query does not.
const searchCode = queryOptions({
  queryKey: ['search code'],
  queryFn: () => import('#reader/data/search/search.ts'),
  gcTime: Infinity,
})

/**
 * The posts a search finds: all of them, or those known so far while it runs. The search code is loaded on first use.
 */
export const foundQuery = (asked: ClockedQuery) =>
  queryOptions({
    queryKey: foundKey(asked),
    queryFn: async ({ client }): Promise<FoundPosts> =>
      (await client.ensureQueryData(searchCode)).shownSearch.start(client, asked),
  })

/** The posts of a filter that match its search, best first, or in the order of the reader's list. Waits until the search is complete. */
export const rankedQuery = (filter: TimelineFilter) =>
  queryOptions({
    queryKey: ['ranked', toFilterKey(filter), filter.sort === 'own'],
    queryFn: async ({ client }) => {
      if (filter.query === undefined) return orderOwn(client, filter)
      const [{ shownSearch }, { rankPosts }] = await Promise.all([
        client.ensureQueryData(searchCode),
        import('#reader/data/search/found-posts.ts'),
      ])
      await client.fetchQuery(foundQuery(filter))
      await shownSearch.whenWhole(filter)
      if (filter.sort === 'own') return orderOwn(client, filter)
      const [{ batches }, selection, { timeline }] = await Promise.all([
        client.fetchQuery(foundQuery(filter)),
        client.fetchQuery(selectionQuery(filter)),
        client.ensureQueryData(manifestQuery()),
      ])
      return rankPosts(selection, batches, timeline.rows)
    },
  })

async function orderOwn(client: QueryClient, filter: TimelineFilter): Promise<Uint32Array> {
  const [{ orderAsListed }, selection] = await Promise.all([
    import('#reader/data/desk/select-desk-posts.ts'),
    client.fetchQuery(selectionQuery(filter)),
  ])
  return orderAsListed(client, filter, selection)
}

/** The selection a filter describes. Fetches only the dictionaries and selections the filter names. */
export const selectionQuery = (filter: TimelineFilter) =>
  queryOptions({
    queryKey: ['selection', toFilterKey(filter)],
    queryFn: async ({ client }) => buildSelection(filter, await loadSources(client, filter)),
  })

/**
 * The selection a filter would describe without its choice of one facet: the posts in which that facet's values are
 * counted.
 */
export const selectionExceptQuery = (filter: TimelineFilter, except: ChoiceName) =>
  queryOptions({
    queryKey: ['selection', toFilterKey(filter), except],
    queryFn: async ({ client }) => {
      // A facet without a choice excludes nothing: its values are counted in the list itself.
      if (!filter.choices.has(except)) return client.fetchQuery(selectionQuery(filter))
      const sources = await loadSources(client, filter, except)
      await workBudget.rest()
      return buildSelection(filter, sources, except)
    },
  })

/** The values a filter names, by facet; years come from the calendar instead. */
export function toChosenValues(filter: TimelineFilter): WantedValues {
  const wanted = new Map<ValueChoice, string[]>()
  for (const [name, { include, exclude }] of filter.choices) {
    if (name !== 'year') wanted.set(name, [...include, ...exclude])
  }
  return wanted
}

/** Everything that resolves a filter, with the calendar of its clock. */
async function loadSources(
  client: QueryClient,
  filter: TimelineFilter,
  except?: ChoiceName,
): Promise<FilterSources> {
  // Without the choice of years the days may reach further than the years did.
  const open = { include: [], exclude: [] }
  const counted = except === 'year' ? withChoice(filter, 'year', open) : filter
  const [sources, calendar] = await Promise.all([
    loadFilterSources(client, toChosenValues(filter), filter),
    client.ensureQueryData(filterCalendarQuery(counted)),
  ])
  return { ...sources, calendar }
}

async function loadFilterSources(
  client: QueryClient,
  wanted: WantedValues,
  asked: ClockedQuery,
): Promise<FilterSources> {
  const [found, { calendar, superseded }, manifest, ...facets] = await Promise.all([
    asked.query === undefined ? undefined : client.fetchQuery(foundQuery(asked)),
    client.ensureQueryData(openingQuery()),
    client.ensureQueryData(manifestQuery()),
    ...[...wanted].map(([facet, values]) => loadFacetSelections(client, facet, values)),
  ])
  const byFacet = new Map(facets.map(({ facet, selections }) => [facet, selections]))
  return {
    calendar,
    superseded,
    found: found?.selection,
    rows: manifest.timeline.rows,
    selectionOf: (facet, value) => byFacet.get(facet)?.get(value) ?? emptySelection,
  }
}

async function loadFacetSelections(
  client: QueryClient,
  facet: ValueChoice,
  values: readonly string[],
): Promise<{ facet: ValueChoice; selections: ReadonlyMap<string, Selection> }> {
  if (facet === 'mark' || facet === 'saved') {
    const { selectDeskPosts } = await import('#reader/data/desk/select-desk-posts.ts')
    return { facet, selections: await selectDeskPosts(client, facet, values) }
  }
  if (facet === 'ids') {
    const { selectShared } = await import('#reader/data/desk/shared-posts.ts')
    return { facet, selections: await selectShared(client, values) }
  }
  const dictionary = await client.ensureQueryData(dictionaryQuery(facet))
  const wanted = new Set(values)
  const entries = dictionary.values.filter(({ value }) => wanted.has(value))
  // Files are fetched together but parsed in slices: two hundred values may hold a million ordinals.
  const files = await Promise.all(
    entries.map(({ selection }) => client.ensureQueryData(selectionFileQuery(selection.file))),
  )
  const selections = new Map<string, Selection>()
  for (const [at, { value, selection }] of entries.entries()) {
    // The first value does not yield, so that one just picked appears at once.
    if (at > 0) await workBudget.rest()
    selections.set(value, readSelection(files[at] ?? new Uint8Array(), selection))
  }
  return { facet, selections }
}

type SelectionPlace = FacetDictionary['values'][number]['selection']

// Memoized: every change of the filter reads the parts of a bundle again.
const parsed = new WeakMap<Uint8Array, Map<number, Selection>>()

function readSelection(bytes: Uint8Array, { start, bytes: length }: SelectionPlace): Selection {
  const parts = parsed.get(bytes) ?? new Map<number, Selection>()
  parsed.set(bytes, parts)
  const known = parts.get(start)
  if (known !== undefined) return known
  const selection = parseSelectionBytes(bytes.subarray(start, start + length))
  parts.set(start, selection)
  return selection
}
