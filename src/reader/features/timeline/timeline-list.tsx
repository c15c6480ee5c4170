import { memo, useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import { useLocation } from 'react-router-dom'
import { ordinalAt, rankOf, type Selection } from '#core/selection.ts'
import type { TimelineSort } from '#core/timeline-filter.ts'
import { parseJumpState, type ListState } from '#reader/app/paths.ts'
import { useSettings } from '#reader/ui/use-settings.ts'
import { CurrentDay, DayHeading } from './day-heading.tsx'
import { FailedRows } from './failed-rows.tsx'
import { focusRow } from './row-elements.ts'
import { toTrackHeight } from './scroll-track.ts'
import { findDay, itemAt, toPosition, toRowTop, type TimelineLayout } from './timeline-layout.ts'
import { TimelineRow } from './timeline-row.tsx'
import { useListPlace } from './use-list-place.ts'
import { useListScroller } from './use-list-scroller.ts'
import { useTimelineKeys } from './use-timeline-keys.ts'
import styles from './timeline-list.module.css'

interface TimelineListProps {
  selection: Selection
  layout: TimelineLayout
  sort: TimelineSort
  rowsPerShard: number
  timeZone: string
  /** The list these rows belong to, handed on to the articles. */
  list: ListState
}

/** The rows of a selection under their headings; only what is near the window is drawn and fetched. */
export function TimelineList(props: TimelineListProps) {
  const { selection, layout, sort } = props
  const box = useRef<HTMLElement>(null)
  const start = useStart(box, props)
  const [drawn, scroller] = useListScroller({ box, layout, start: start?.place })
  useTimelineKeys({ list: box, scroller, selection, layout, sort })
  useFirstFocus(box, start?.focused)
  const indexes = Array.from({ length: drawn.last - drawn.first + 1 }, (_, at) => drawn.first + at)
  return (
    <section
      ref={box}
      className={styles.list}
      style={{ minBlockSize: toTrackHeight(layout.height) }}
    >
      {drawn.heading === undefined ? null : (
        <CurrentDay heading={drawn.heading} isShown={drawn.isPastHeading} />
      )}
      <div className={styles.drawn} style={{ insetBlockStart: drawn.top }}>
        {indexes.map((index) => (
          <Item key={index} index={index} {...props} />
        ))}
      </div>
      <FailedRows />
    </section>
  )
}

interface Start {
  /** Pixels from the top of the list to the top of the window. */
  place: number
  /** Ordinal of the row that gets the focus; absent = none. */
  focused?: number | undefined
}

/** Where the list begins: where the reader left it, else at the day they jumped to; `undefined` = at its top. */
function useStart(
  box: RefObject<HTMLElement | null>,
  { selection, layout, sort }: TimelineListProps,
): Start | undefined {
  const place = useListPlace(box)
  const { state } = useLocation()
  const [start] = useState((): Start | undefined => {
    if (place !== undefined) {
      const row = toPosition(layout, rankOf(selection, place.ordinal), sort)
      return { place: toRowTop(layout, row) - place.top, focused: place.focused }
    }
    const day = parseJumpState(state)
    const heading = day === undefined ? undefined : findDay(layout, day, sort)
    if (heading === undefined) return undefined
    const focused = ordinalAt(selection, toPosition(layout, heading.firstRow, sort))
    return { place: heading.top, focused }
  })
  return start
}

function useFirstFocus(box: RefObject<HTMLElement | null>, ordinal: number | undefined): void {
  const focus = useEffectEvent(() => {
    if (ordinal !== undefined && box.current !== null) focusRow(box.current, ordinal)
  })
  useEffect(() => {
    focus()
  }, [])
}

interface ItemProps extends TimelineListProps {
  index: number
}

// Scrolling draws the rows that come into view and leaves the others alone.
const Item = memo(function Item({
  index,
  layout,
  selection,
  sort,
  rowsPerShard,
  timeZone,
  list,
}: ItemProps) {
  const { timelinePictures } = useSettings()
  const item = itemAt(layout, index)
  if (item === undefined) return null
  if (item.kind === 'heading') return <DayHeading heading={item.heading} />
  const ordinal = ordinalAt(selection, toPosition(layout, item.row, sort))
  if (ordinal === undefined) return null
  return (
    <TimelineRow
      ordinal={ordinal}
      rowsPerShard={rowsPerShard}
      timeZone={timeZone}
      showPicture={timelinePictures}
      list={list}
    />
  )
})
