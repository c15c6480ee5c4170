import { queryOptions } from '@tanstack/react-query'
import type { TimelineFilter } from '#core/selection/timeline-filter.ts'
import { countPosts } from '#reader/data/filter/count-posts.ts'
import { toFilterKey } from '#reader/data/filter/filter-query.ts'
import { isWithin, listOffers, type Offer } from './offers.ts'

/** Most offers shown. */
const mostOffers = 6

/** The offers that have hits, with their number. */
export const offersQuery = (filter: TimelineFilter) =>
  queryOptions({
    queryKey: ['offers', toFilterKey(filter)],
    queryFn: async ({ client, signal }) => {
      const counted: (Offer & { count: number })[] = []
      for (const offer of listOffers(filter)) {
        // No need to drop the filter when a part has hits under it.
        if (offer.kind === 'partOfAll' && counted.some(({ kind }) => kind === 'part')) break
        if (counted.some((found) => isWithin(offer, found))) continue
        const count = await countPosts(client, offer.filter, signal)
        if (count > 0) counted.push({ ...offer, count })
        if (counted.length === mostOffers) break
      }
      return counted
    },
  })
