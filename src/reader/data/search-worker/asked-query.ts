import type { SearchQuery } from '#search/query/search-query.ts'
import type { NamedDays } from './search-messages.ts'

/** A query, and what the page knows of it. */
export interface AskedQuery {
  query: SearchQuery
  days: readonly NamedDays[]
  signal: AbortSignal
}
