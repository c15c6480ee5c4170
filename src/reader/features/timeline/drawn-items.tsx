import { memo, useState, useSyncExternalStore } from 'react'
import { useSetting } from '#reader/ui/use-settings.ts'
import { TimelineDayHeading } from './day-heading.tsx'
import type { ListScroller } from './list-scroller.ts'
import { itemAt, toItemTop, type TimelineLayout } from './timeline-layout.ts'
import type { TimelineListProps } from './list-props.ts'
import { TimelineRow } from './timeline-row.tsx'
import type { ItemRange } from './whole/item-ranges.ts'
import styles from './timeline-list.module.css'

interface DrawnItemsProps extends TimelineListProps {
  /** First and last item of the upper range of items. */
  first: number
  last: number
  /** The same of the lower range; absent = there is none. */
  lowerFirst: number | undefined
  lowerLast: number | undefined
  /** Last item whose hits of the search are known, seen or not. */
  markedLast: number
  scroller: ListScroller
}

/**
 * One or two ranges of items, with the room of what is between them. Items and slices keep their elements when the ranges
 * grow, and with them focus and selection. Memoized: scrolling within what is drawn renders nothing.
 */
export const DrawnItems = memo(function DrawnItems(props: DrawnItemsProps) {
  const { first, last, lowerFirst, lowerLast, markedLast, ...rest } = props
  const { layout } = rest
  const upper = drawSlices({ first, last }, markedLast, rest)
  if (lowerFirst === undefined || lowerLast === undefined) return upper
  const gap = toItemTop(layout, lowerFirst) - toItemTop(layout, last + 1)
  return [
    ...upper,
    <div key="gap" className={styles.gap} style={{ blockSize: gap }} />,
    ...drawSlices({ first: lowerFirst, last: lowerLast }, markedLast, rest),
  ]
})

/** Items of a slice: the browser skips the layout of whole slices out of sight, which each cost it a little to watch. */
const sliceItems = 16

function drawSlices(
  { first, last }: ItemRange,
  markedLast: number,
  props: Omit<SliceProps, 'isMarked'>,
) {
  const slices = []
  for (let at = first; at <= last;) {
    const number = Math.floor(at / sliceItems)
    const end = Math.min(last, (number + 1) * sliceItems - 1)
    const isMarked = end <= markedLast
    slices.push(
      <Slice key={`slice ${number}`} first={at} last={end} isMarked={isMarked} {...props} />,
    )
    at = end + 1
  }
  return slices
}

interface SliceProps extends TimelineListProps {
  /** Whether the hits in all rows of the slice are known. */
  isMarked: boolean
  scroller: ListScroller
}

// Memoized: when the ranges grow, only the slices at their ends render.
const Slice = memo(function Slice({ first, last, layout, ...props }: SliceProps & ItemRange) {
  const { headings, rows, isCompact } = layout
  const height = toItemTop(layout, last + 1) - toItemTop(layout, first)
  return (
    <div className={styles.slice} style={{ containIntrinsicBlockSize: height }}>
      {Array.from({ length: last - first + 1 }, (_, at) => (
        <Item key={first + at} index={first + at} {...{ headings, rows, isCompact }} {...props} />
      ))}
    </div>
  )
})

/** What an item needs of the list. Heights are not among it: another size of text renders no item again. */
interface ItemProps
  extends
    Omit<SliceProps, 'layout' | 'sort'>,
    Pick<TimelineLayout, 'headings' | 'rows' | 'isCompact'> {
  index: number
}

// Memoized: scrolling renders the rows that come into view, but not the others.
const Item = memo(function Item({
  index,
  headings,
  rows,
  isCompact,
  order,
  rowsPerShard,
  clock,
  list,
  query,
  leftOff,
  isMarked,
  scroller,
}: ItemProps) {
  const isSeen = useSeen(scroller, index)
  // Only these: another theme must not render a thousand rows.
  const timelinePictures = useSetting('timelinePictures')
  const articlePictures = useSetting('articlePictures')
  const item = itemAt({ headings, rows }, index)
  if (item === undefined) return null
  if (item.kind === 'heading')
    return isCompact ? null : <TimelineDayHeading heading={item.heading} clock={clock} />
  const ordinal = order.at(item.row)
  if (ordinal === undefined) return null
  return (
    <TimelineRow
      ordinal={ordinal}
      rowsPerShard={rowsPerShard}
      clock={clock}
      settings={{ timelinePictures, articlePictures }}
      list={list}
      query={isSeen || isMarked ? query : undefined}
      isCompact={isCompact}
      isLeftOff={ordinal === leftOff}
    />
  )
})

/** Whether the item has been in the window. Until then its hits are not looked for by itself, which may take its whole article. */
function useSeen(scroller: ListScroller, index: number): boolean {
  const isInWindow = useSyncExternalStore(scroller.subscribe, () => scroller.isInWindow(index))
  const [isSeen, setSeen] = useState(isInWindow)
  if (isInWindow && !isSeen) setSeen(true)
  return isSeen
}
