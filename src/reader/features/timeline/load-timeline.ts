import type { QueryClient } from '@tanstack/react-query'
import { redirect, type LoadArgs } from '#reader/router/router.ts'
import type { Manifest } from '#contract/manifest.ts'
import { toShardNumber } from '#contract/timeline-shard.ts'
import { toTimelineDays, type Calendar } from '#core/selection/calendar.ts'
import { countSelection, type Selection } from '#core/selection/selection.ts'
import {
  isRanked,
  openFilter,
  parseTimelineFilter,
  type TimelineFilter,
} from '#core/selection/timeline-filter.ts'
import { sourceClock } from '#core/time/clock.ts'
import { findListLanguage, withListLanguage } from '#reader/data/filter/list-language.ts'
import { foundQuery, rankedQuery, selectionQuery } from '#reader/data/filter/filter-query.ts'
import { shardQuery } from '#reader/data/archive/shard-query.ts'
import { clockCalendarQuery, sourceReaderQuery } from '#reader/data/clock/clock-query.ts'
import { withReaderClock } from '#reader/data/clock/reader-clock.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { workBudget } from '#reader/data/scheduling/work-budget.ts'
import { timelinePath } from '#reader/links/paths.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import { isDoorReady, prepareDoor } from './door/prepare-door.ts'
import { buildDateOrder, buildRankOrder, type ListOrder } from '#core/selection/list-order.ts'

/** Height of a row under its own day heading, pixels. A high estimate: never prefetches more rows than are visible. */
const thinRowHeight = 180

/**
 * How long the list of a new search waits for its first rows. From a nearby host or a cache they arrive in time, and list
 * and rows render together; otherwise the list starts with placeholders. A change of filter does not wait, because it
 * must show at once.
 */
const firstRowsWaitMs = 50

/** Number of rows from which computing the days of a list takes a noticeable part of a frame. */
const longList = 50_000

/** Whether everything that the timeline of an address needs is cached, so that it renders at once without its loader. */
export function hasTimeline(client: QueryClient, address: URL): boolean {
  const manifest = client.getQueryData(manifestQuery().queryKey)
  if (manifest === undefined) return false
  if (findEntrance(address, manifest) !== undefined) return false
  if (address.search === '' && !isDoorReady()) return false
  const filter = toShownFilter(address, manifest)
  // The cached result of a search may be partial, and the order of a list has changed; the loader decides whether more is needed.
  if (filter.query !== undefined || filter.sort === 'own') return false
  return [selectionQuery(filter).queryKey, clockCalendarQuery(filter).queryKey].every(
    (key) => client.getQueryData(key) !== undefined,
  )
}

/** The filter of an address on the clock it is shown on. */
function toShownFilter(address: URL, { timeZone }: Pick<Manifest, 'timeZone'>): TimelineFilter {
  const { clock: setting } = settingsStore.read()
  return withReaderClock(parseTimelineFilter(address.searchParams), { setting, timeZone })
}

/**
 * Where the bare address of the site leads a reader who chose a language: to the list in it, under an address that says
 * so. An address that names anything shows the same to everybody.
 */
function findEntrance(
  { search }: URL,
  manifest: Pick<Manifest, 'languages'>,
): TimelineFilter | undefined {
  const language = search === '' ? findListLanguage(manifest) : ''
  return language === '' ? undefined : withListLanguage(openFilter, language)
}

/** Loads what the timeline of an address needs to render, headings and selection, and prefetches its first rows. */
export function loadTimeline(client: QueryClient) {
  return async ({ url: address }: LoadArgs): Promise<unknown> => {
    const site = await client.ensureQueryData(manifestQuery())
    const entrance = findEntrance(address, site)
    if (entrance !== undefined) return redirect(timelinePath(entrance))
    const filter = toShownFilter(address, site)
    const { query } = filter
    const isNewSearch =
      query !== undefined && client.getQueryData(foundQuery(filter).queryKey) === undefined
    // With the newest first, a search can grow while it is shown; in the other orders rows would move as it grows.
    const isWhole = filter.sort === 'own' || (query !== undefined && filter.sort !== 'newest')
    const ranked = isWhole ? await client.fetchQuery(rankedQuery(filter)) : undefined
    const [manifest, selection, calendar] = await Promise.all([
      client.ensureQueryData(manifestQuery()),
      // `fetchQuery`, not `ensureQueryData`: an aborted search is invalidated in the cache.
      client.fetchQuery(selectionQuery(filter)),
      client.ensureQueryData(clockCalendarQuery(filter)),
      address.search === '' ? prepareDoor() : undefined,
      filter.clock === sourceClock ? client.ensureQueryData(sourceReaderQuery) : undefined,
    ])
    const { sort } = filter
    const order = isRanked(sort)
      ? buildRankOrder(ranked ?? new Uint32Array())
      : buildDateOrder(selection, sort, calendar.places)
    const shards = [...listFirstShards(order, manifest.timeline.rowsPerShard)]
    const rows = Promise.all(shards.map((shard) => client.prefetchQuery(shardQuery(shard))))
    // Meanwhile the rows are being fetched.
    await prepareDays(calendar, selection)
    if (isNewSearch) await Promise.race([rows, pause(firstRowsWaitMs)])
    return null
  }
}

/** Computes the days of a list before it renders. For a million rows that takes half a frame, so it gets its own task. */
async function prepareDays(calendar: Calendar, selection: Selection): Promise<void> {
  if (countSelection(selection) >= longList) await workBudget.rest()
  toTimelineDays(calendar, selection)
}

/** The shards of the first visible rows. In a sparse list each row may have its own. */
function listFirstShards(order: ListOrder, rowsPerShard: number): Set<number> {
  const rows = Math.max(1, Math.floor(window.innerHeight / thinRowHeight))
  const ordinals = Array.from({ length: rows }, (_, row) => order.at(row))
  return new Set(
    ordinals.flatMap((ordinal) =>
      ordinal === undefined ? [] : toShardNumber(ordinal, rowsPerShard),
    ),
  )
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
