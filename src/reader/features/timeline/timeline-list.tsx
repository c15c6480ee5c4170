import { memo, useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import { useLocation } from 'react-router-dom'
import type { ListClock } from '#article/row/list-clock.ts'
import type { TimelineSort } from '#core/selection/timeline-filter.ts'
import { parseJumpState, type ListState } from '#reader/links/paths.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { useSettings } from '#reader/ui/use-settings.ts'
import { CurrentDay, TimelineDayHeading } from './day-heading.tsx'
import { FailedRows } from './failed-rows.tsx'
import type { ListOrder } from './list-order.ts'
import { focusRow } from './row-elements.ts'
import { toTrackHeight } from './scroll-track.ts'
import { findDay, itemAt, toRowTop, type TimelineLayout } from './timeline-layout.ts'
import { TimelineRow } from './timeline-row.tsx'
import { useScrollPlace } from './use-scroll-place.ts'
import { useListScroller } from './use-list-scroller.ts'
import { useTimelineKeys } from './use-timeline-keys.ts'
import styles from './timeline-list.module.css'

interface TimelineListProps {
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
}

/** The rows of a selection under their headings. Only items near the window are rendered and fetched. */
export function TimelineList(props: TimelineListProps) {
  const { order, layout } = props
  const { t } = useTranslation()
  const box = useRef<HTMLElement>(null)
  const start = useStart(box, props)
  const [drawn, scroller] = useListScroller({ box, layout, start: start?.place })
  useTimelineKeys({ list: box, scroller, order, layout })
  useFirstFocus(box, start?.focused)
  const indexes = Array.from({ length: drawn.last - drawn.first + 1 }, (_, at) => drawn.first + at)
  return (
    <section
      ref={box}
      id="list"
      tabIndex={-1}
      aria-label={t('timeline.name')}
      className={styles.list}
      style={{ minBlockSize: toTrackHeight(layout.height) }}
    >
      {drawn.heading === undefined || layout.isRanked ? null : (
        <CurrentDay heading={drawn.heading} clock={props.clock} isShown={drawn.isPastHeading} />
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
  /** Ordinal of the row to focus; absent = none. */
  focused?: number | undefined
}

/** Where the list starts: where the reader left it, else at the day they jumped to; `undefined` = at its top. */
function useStart(
  box: RefObject<HTMLElement | null>,
  { order, layout, sort }: TimelineListProps,
): Start | undefined {
  const place = useScrollPlace(box)
  const { state } = useLocation()
  const [start] = useState((): Start | undefined => {
    if (place !== undefined) {
      const row = order.rowOf(place.ordinal)
      return { place: toRowTop(layout, row) - place.top, focused: place.focused }
    }
    const day = parseJumpState(state)
    const heading = day === undefined ? undefined : findDay(layout, day, sort)
    if (heading === undefined) return undefined
    const focused = order.at(heading.firstRow)
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

// Memoized: scrolling renders the rows that come into view, but not the others.
const Item = memo(function Item({
  index,
  layout,
  order,
  rowsPerShard,
  clock,
  list,
  query,
}: ItemProps) {
  const settings = useSettings()
  const item = itemAt(layout, index)
  if (item === undefined) return null
  if (item.kind === 'heading')
    return layout.isRanked ? null : <TimelineDayHeading heading={item.heading} clock={clock} />
  const ordinal = order.at(item.row)
  if (ordinal === undefined) return null
  return (
    <TimelineRow
      ordinal={ordinal}
      rowsPerShard={rowsPerShard}
      clock={clock}
      settings={settings}
      list={list}
      query={query}
      withDay={layout.isRanked}
    />
  )
})
