import type { QueryClient } from '@tanstack/react-query'
import { toDateRange } from '#core/selection/calendar.ts'
import { openingQuery } from '#reader/data/archive/site-queries.ts'
import type { NamedDays } from '#reader/data/search-worker/search-messages.ts'
import { listDays } from '#search/query/listed-days.ts'

/** The posts of the days that a query names. The worker has no calendar; most queries need none either. */
export async function findQueryDays(
  client: QueryClient,
  query: string,
): Promise<readonly NamedDays[]> {
  const named = listDays(query)
  if (named.length === 0) return []
  const { calendar } = await client.ensureQueryData(openingQuery())
  return named.map((days) => {
    const { start, end } = toDateRange(calendar, days)
    return { days, start, end }
  })
}
