import type { QueryClient } from '@tanstack/react-query'
import { selectDays } from '#core/selection/calendar.ts'
import { openFilter, withClock, withDays } from '#core/selection/timeline-filter.ts'
import { clockCalendarQuery } from '#reader/data/clock/clock-query.ts'
import type { NamedDays } from '#reader/data/search-worker/search-messages.ts'
import { listDays } from '#search/query/listed-days.ts'
import type { ClockedQuery } from './found-key.ts'

/**
 * The posts of the days that a query names, on its clock. The worker has no calendar; most queries need none either. Of
 * the clock only the parts are fetched that these days may need.
 */
export async function findQueryDays(
  client: QueryClient,
  { query = '', clock }: ClockedQuery,
): Promise<readonly NamedDays[]> {
  const onClock = withClock(openFilter, clock)
  return Promise.all(
    listDays(query).map(async (days) => {
      const calendar = await client.ensureQueryData(clockCalendarQuery(withDays(onClock, days)))
      return { days, posts: selectDays(calendar, days) }
    }),
  )
}
