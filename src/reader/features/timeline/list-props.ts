import type { ListClock } from '#article/row/list-clock.ts'
import type { TimelineSort } from '#core/selection/timeline-filter.ts'
import type { ListState } from '#reader/links/paths.ts'
import type { ListOrder } from '#core/selection/list-order.ts'
import type { TimelineLayout } from './timeline-layout.ts'

/** Props of the list and of what it draws. */
export interface TimelineListProps {
  order: ListOrder
  layout: TimelineLayout
  sort: TimelineSort
  rowsPerShard: number
  /** The clock of headings and rows. */
  clock: ListClock
  /** The list these rows belong to, passed on to the articles. */
  list: ListState
  /** Search query of the list; absent when there is none. */
  query: string | undefined
  /** Ordinal of the row that says that the last visit ended here; absent when none does. */
  leftOff: number | undefined
}
