import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { PostSummary } from '#contract/timeline-shard.ts'
import type { PostId } from '#core/post/post-id.ts'
import { toPlaceSelection, type Places } from '#core/selection/places.ts'
import {
  countSelection,
  hasOrdinal,
  ordinalAt,
  rankOf,
  type Selection,
} from '#core/selection/selection.ts'
import {
  isRanked,
  parseTimelineFilter,
  type TimelineFilter,
} from '#core/selection/timeline-filter.ts'
import { listPath, parseListState, type ListState } from '#reader/links/paths.ts'
import { rankedQuery, selectionQuery, toFilterKey } from '#reader/data/filter/filter-query.ts'
import { clockCalendarQuery } from '#reader/data/clock/clock-query.ts'
import { withReaderClock } from '#reader/data/clock/reader-clock.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { settingsStore } from '#reader/storage/settings-store.ts'
import { findPost } from '#reader/data/archive/find-posts.ts'
import { fetchRow } from '#reader/data/archive/shard-query.ts'

/** Position of an article in the list the reader came from. */
export interface ListPlace {
  /** Counted from 1 in the order of the list; absent when the article is not in it (an older version, a foreign link). */
  number?: number
  /** Number of articles in the list. */
  total: number
  previous?: PostSummary | undefined
  next?: PostSummary | undefined
}

/** Positions around an ordinal in a list; `undefined` past either end. */
export interface Around {
  number?: number
  total: number
  previous: number | undefined
  next: number | undefined
}

/**
 * Position and neighbours of an article in a list; fetches the rows of the neighbours too. Null when the article came
 * with a page of an older build and the archive no longer has it.
 */
export const listPlaceQuery = (id: PostId, { list }: ListState) => {
  const filter = parseTimelineFilter(new URLSearchParams(list))
  return queryOptions({
    queryKey: ['list-place', id, toFilterKey(filter), filter.sort, settingsStore.read().clock],
    queryFn: async ({ client, signal }): Promise<ListPlace | null> => {
      const found = await findPost(client, id, signal)
      if (found === undefined) return null
      const { ordinal } = found
      const around = isRanked(filter.sort)
        ? // As its reader left it: opening an article may take it out of a list of unread posts.
          findAroundRanked(await client.ensureQueryData(rankedQuery(filter)), ordinal)
        : findAround(await client.fetchQuery(selectionQuery(filter)), ordinal, {
            sort: filter.sort,
            places: await findPlaces(client, filter),
          })
      const [previous, next] = await Promise.all(
        [around.previous, around.next].map(async (neighbour) =>
          neighbour === undefined ? undefined : fetchRow(client, neighbour),
        ),
      )
      return { ...around, previous, next }
    },
  })
}

/** The order of a list that was shown on its clock; a list that nobody has opened yet needs no clock for this. */
async function findPlaces(
  client: QueryClient,
  filter: TimelineFilter,
): Promise<Places | undefined> {
  const { timeZone } = await client.ensureQueryData(manifestQuery())
  const { clock: setting } = settingsStore.read()
  const shown = withReaderClock(filter, { setting, timeZone })
  return client.getQueryData(clockCalendarQuery(shown).queryKey)?.places
}

/** Neighbours of an ordinal in a list of the best matches; none when the list does not contain it. */
export function findAroundRanked(ranked: Uint32Array, ordinal: number): Around {
  const at = ranked.indexOf(ordinal)
  const total = ranked.length
  if (at === -1) return { total, previous: undefined, next: undefined }
  return { number: at + 1, total, previous: ranked[at - 1], next: ranked[at + 1] }
}

/** Neighbours of an ordinal in a list by time, even when the list does not contain it. */
export function findAround(
  selection: Selection,
  ordinal: number,
  { sort, places }: { sort: TimelineFilter['sort']; places?: Places | undefined },
): Around {
  const shown = toPlaceSelection(places, selection)
  const place = places?.ofOrdinal[ordinal] ?? ordinal
  const position = rankOf(shown, place)
  const isMember = hasOrdinal(shown, place)
  const total = countSelection(shown)
  const toOrdinal = (at: number | undefined) =>
    at === undefined ? undefined : (places?.ordinals[at] ?? at)
  const older = toOrdinal(ordinalAt(shown, position - 1))
  const newer = toOrdinal(ordinalAt(shown, isMember ? position + 1 : position))
  const newestFirst = sort === 'newest'
  const number = newestFirst ? total - position : position + 1
  return {
    ...(isMember ? { number } : {}),
    total,
    previous: newestFirst ? newer : older,
    next: newestFirst ? older : newer,
  }
}

/** History state of an article: the list, and how many entries back it is. */
export interface ArticleState extends ListState {
  /** 0 when the article was opened by its address, so that no list is behind it in the history. */
  stepsFromList: number
}

/** Parses the state of a history entry. Anything unknown counts as a cold start. */
export function parseArticleState(state: unknown): ArticleState {
  const isObject = typeof state === 'object' && state !== null
  const steps = isObject && 'stepsFromList' in state ? state.stepsFromList : undefined
  const isCount = typeof steps === 'number' && Number.isInteger(steps) && steps >= 0
  const fallback = isObject && 'list' in state ? 1 : 0
  return { ...parseListState(state), stepsFromList: isCount ? steps : fallback }
}

/** State of the entry after this one: an article or a place in it, one step further from the list. */
export function toNextState(state: ArticleState): ArticleState {
  const { stepsFromList } = state
  return { ...state, stepsFromList: stepsFromList === 0 ? 0 : stepsFromList + 1 }
}

/**
 * Target of "back to the list": back in history to keep the exact scroll position, else the list's address. `entries` is
 * the length of the history: browsers drop the oldest entries of a long one.
 */
export function toListTarget(state: ArticleState, entries: number): number | string {
  const { stepsFromList } = state
  return stepsFromList > 0 && stepsFromList < entries ? -stepsFromList : listPath(state)
}
