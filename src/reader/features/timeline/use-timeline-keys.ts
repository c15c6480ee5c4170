import type { RefObject } from 'react'
import type { WindowVirtualizerHandle } from 'virtua'
import { ordinalAt, rankOf, type Selection } from '#core/selection.ts'
import { useKeys } from '#reader/ui/use-keys.ts'
import { findFocusedRow, findTopRow, focusRow, toOrdinal } from './row-elements.ts'
import { findItem, findRow, type TimelineItems } from './timeline-items.ts'

interface KeyTargets {
  list: RefObject<HTMLElement | null>
  virtualizer: RefObject<WindowVirtualizerHandle | null>
  selection: Selection
  layout: TimelineItems
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

function move({ list, virtualizer, selection, layout }: KeyTargets, step: 1 | -1): void {
  if (list.current === null) return
  const focused = findFocusedRow(list.current)
  const start = focused ?? findTopRow(list.current)
  if (start === undefined) return
  const index = findItem(layout, rankOf(selection, toOrdinal(start)))
  const target = findRow(layout, focused === undefined ? index : index + step, step)
  const ordinal = ordinalAt(selection, layout.items[target] ?? -1)
  if (ordinal === undefined) return
  const row = list.current.querySelector(`[data-ordinal="${ordinal}"]`)
  if (row === null) virtualizer.current?.scrollToIndex(target, { align: 'center' })
  else row.scrollIntoView({ block: 'nearest' })
  focusRow(list.current, ordinal)
}
