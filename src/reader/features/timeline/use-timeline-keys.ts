import type { RefObject } from 'react'
import { useKeys } from '#reader/ui/use-keys.ts'
import type { ListOrder } from '#core/selection/list-order.ts'
import type { ListScroller } from './list-scroller.ts'
import { findFocusedRow, findTopRow, focusRow, toOrdinal } from './row-elements.ts'
import { toRowTop, type TimelineLayout } from './timeline-layout.ts'

interface KeyTargets {
  list: RefObject<HTMLElement | null>
  scroller: ListScroller
  order: ListOrder
  layout: TimelineLayout
}

/** j and k move the focus from row to row, o opens the focused row. */
export function useTimelineKeys(targets: KeyTargets): void {
  useKeys({
    j: () => {
      move(targets, 1)
    },
    k: () => {
      move(targets, -1)
    },
    o: () => {
      const row = targets.list.current === null ? undefined : findFocusedRow(targets.list.current)
      row?.querySelector('a')?.click()
    },
  })
}

function move({ list, scroller, order, layout }: KeyTargets, step: 1 | -1): void {
  if (list.current === null) return
  const focused = findFocusedRow(list.current)
  const start = focused ?? findTopRow(list.current)
  if (start === undefined) return
  const row = order.rowOf(toOrdinal(start))
  const target = focused === undefined ? row : row + step
  const ordinal = order.at(target)
  if (ordinal === undefined) return
  const element = list.current.querySelector(`[data-ordinal="${ordinal}"]`)
  if (element === null) scroller.scrollTo(toRowTop(layout, target) - window.innerHeight / 2)
  else element.scrollIntoView({ block: 'nearest' })
  focusRow(list.current, ordinal)
}
