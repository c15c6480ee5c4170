import type { QueryClient } from '@tanstack/react-query'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { isAnsweredFrom } from '#reader/data/search/answered-from.ts'
import { foundKey } from '#reader/data/search/found-key.ts'
import { foundQuery, rankedQuery } from './filter-query.ts'

/** What a search found, once it has ended. */
export interface WholeSearch {
  /** The posts of the filter, the best first. */
  ordinals: Uint32Array
  /** How many kept posts were looked through, without a network; absent where the index was asked. */
  lookedThrough?: number
}

/**
 * Searches to the end, for whoever says that something is not there: lists show what was found so far.
 * @throws DataError when a file could not be loaded; whatever else stopped the search early. Asking again searches again.
 */
export async function searchWhole(
  client: QueryClient,
  filter: TimelineFilter,
): Promise<WholeSearch> {
  const ordinals = await client.fetchQuery(rankedQuery(filter))
  const { failure, isComplete, lookedThrough } = await client.fetchQuery(foundQuery(filter))
  if (failure === undefined && isComplete && lookedThrough === undefined) return { ordinals }
  // Neither a part nor what was kept is the answer for the next one who asks.
  void client.invalidateQueries({ queryKey: foundKey(filter), refetchType: 'none' })
  void client.invalidateQueries({
    predicate: ({ queryKey }) => isAnsweredFrom(queryKey, filter),
    refetchType: 'none',
  })
  if (failure !== undefined) throw failure
  // Another search took its place.
  if (!isComplete) throw new DataError('late', 'data/search', {})
  return { ordinals, ...(lookedThrough === undefined ? {} : { lookedThrough }) }
}
