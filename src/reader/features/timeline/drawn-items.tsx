import { memo, useState, useSyncExternalStore } from 'react'
import { useSettings } from '#reader/ui/use-settings.ts'
import { TimelineDayHeading } from './day-heading.tsx'
import type { ListScroller } from './list-scroller.ts'
import { itemAt, toItemTop } from './timeline-layout.ts'
import type { TimelineListProps } from './timeline-list.tsx'
import { TimelineRow } from './timeline-row.tsx'

interface DrawnItemsProps extends TimelineListProps {
  /** First and last item of the upper range of items. */
  first: number
  last: number
  /** The same of the lower range; absent = there is none. */
  lowerFirst: number | undefined
  lowerLast: number | undefined
  scroller: ListScroller
}

/**
 * One or two ranges of items, with the room of what is between them. All are siblings with keys of their own: an item stays
 * the same element when the ranges grow, and keeps focus and selection. Memoized: scrolling within what is drawn renders
 * nothing.
 */
export const DrawnItems = memo(function DrawnItems(props: DrawnItemsProps) {
  const { first, last, lowerFirst, lowerLast, ...rest } = props
  const { layout } = rest
  const draw = (index: number) => <Item key={index} index={index} {...rest} />
  if (lowerFirst === undefined || lowerLast === undefined) return listIndexes(first, last).map(draw)
  const gap = toItemTop(layout, lowerFirst) - toItemTop(layout, last + 1)
  return [
    ...listIndexes(first, last).map(draw),
    <div key="gap" className="list-gap" style={{ blockSize: gap }} />,
    ...listIndexes(lowerFirst, lowerLast).map(draw),
  ]
})

function listIndexes(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

interface ItemProps extends TimelineListProps {
  index: number
  scroller: ListScroller
}

// Memoized: scrolling renders the rows that come into view, but not the others.
const Item = memo(function Item({
  index,
  layout,
  order,
  rowsPerShard,
  clock,
  list,
  query,
  scroller,
}: ItemProps) {
  const isSeen = useSeen(scroller, index)
  const settings = useSettings()
  const item = itemAt(layout, index)
  if (item === undefined) return null
  if (item.kind === 'heading')
    return layout.isCompact ? null : <TimelineDayHeading heading={item.heading} clock={clock} />
  const ordinal = order.at(item.row)
  if (ordinal === undefined) return null
  return (
    <TimelineRow
      ordinal={ordinal}
      rowsPerShard={rowsPerShard}
      clock={clock}
      settings={settings}
      list={list}
      query={isSeen ? query : undefined}
      isCompact={layout.isCompact}
    />
  )
})

/** Whether the item has been in the window. Until then its hits are not looked for, which may take its whole article. */
function useSeen(scroller: ListScroller, index: number): boolean {
  const isInWindow = useSyncExternalStore(scroller.subscribe, () => scroller.isInWindow(index))
  const [isSeen, setSeen] = useState(isInWindow)
  if (isInWindow && !isSeen) setSeen(true)
  return isSeen
}
