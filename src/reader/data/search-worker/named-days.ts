import { emptySelection, type Selection } from '#core/selection/selection.ts'
import { toDaysKey } from '#search/query/listed-days.ts'
import type { DayBounds } from '#search/query/query-date.ts'
import type { NamedDays } from './search-messages.ts'

/** The posts of some days that a query names, as the page knows them. */
export function selectNamedDays(named: readonly NamedDays[], wanted: DayBounds): Selection {
  const key = toDaysKey(wanted)
  return named.find(({ days }) => toDaysKey(days) === key)?.posts ?? emptySelection
}
