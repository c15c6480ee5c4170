import type { RefObject } from 'react'
import { ordinalAt, rankOf, type Selection } from '#core/selection.ts'
import type { TimelineSort } from '#core/timeline-filter.ts'
import { useKeys } from '#reader/ui/use-keys.ts'
import type { ListScroller } from './list-scroller.ts'
import { findFocusedRow, findTopRow, focusRow, toOrdinal } from './row-elements.ts'
import { toPosition, toRowTop, type TimelineLayout } from './timeline-layout.ts'

interface KeyTargets {
  list: RefObject<HTMLElement | null>
  scroller: ListScroller
  selection: Selection
  layout: TimelineLayout
  sort: TimelineSort
}

/** j and k move the focus from row to row, o opens the one that has it. */
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

function move({ list, scroller, selection, layout, sort }: KeyTargets, step: 1 | -1): void {
  if (list.current === null) return
  const focused = findFocusedRow(list.current)
  const start = focused ?? findTopRow(list.current)
  if (start === undefined) return
  // The way from a row to its position is the way back too.
  const row = toPosition(layout, rankOf(selection, toOrdinal(start)), sort)
  const target = focused === undefined ? row : row + step
  const ordinal = ordinalAt(selection, toPosition(layout, target, sort))
  if (ordinal === undefined) return
  const element = list.current.querySelector(`[data-ordinal="${ordinal}"]`)
  if (element === null) scroller.scrollTo(toRowTop(layout, target) - window.innerHeight / 2)
  else element.scrollIntoView({ block: 'nearest' })
  focusRow(list.current, ordinal)
}
