import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import { useLocation } from 'react-router-dom'
import { parseJumpState } from '#reader/links/paths.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { CurrentDay } from './day-heading.tsx'
import { DrawnItems } from './drawn-items.tsx'
import { FailedRows } from './failed-rows.tsx'
import type { TimelineListProps } from './list-props.ts'
import { focusRow } from './row-elements.ts'
import { toTrackHeight } from './scroll-track.ts'
import {
  findDay,
  toHeadingIndex,
  toHeadingTop,
  toItemTop,
  toRowIndex,
  toRowTop,
} from './timeline-layout.ts'
import { parsePlaceState } from './scroll-place.ts'
import { useScrollPlace } from './use-scroll-place.ts'
import { useListScroller } from './use-list-scroller.ts'
import { useTimelineKeys } from './use-timeline-keys.ts'
import { isInRange, joinItemRanges } from './whole/item-ranges.ts'
import { useWholeList } from './whole/use-whole-list.ts'
import { useWholeSigns } from './whole/use-whole-signs.ts'
import { WholeButton, WholeProgress, WholeRest } from './whole/whole-notes.tsx'
import styles from './timeline-list.module.css'

/**
 * The rows of a selection under their headings. Items near the window are rendered and fetched, and in time or on demand
 * those of the whole list.
 */
export function TimelineList(props: TimelineListProps) {
  const { order, layout } = props
  const { t } = useTranslation()
  const box = useRef<HTMLElement>(null)
  const start = useStart(box, props)
  const [drawn, scroller] = useListScroller({ box, layout, start: start?.place })
  const [filler, whole, markedLast] = useWholeList(props)
  useWholeSigns(box, filler)
  useTimelineKeys({ list: box, scroller, order, layout })
  useFirstFocus(box, start?.focused)
  const [upper, lower] = joinItemRanges(whole, drawn)
  // Rows of a search have their hits once they were in view, or when all have them.
  const shown = props.query === undefined ? upper : drawn
  const isAllShown = shown.first === 0 && shown.last >= toRowIndex(layout, layout.rows - 1)
  const top = toItemTop(layout, upper.first) - toItemTop(layout, drawn.first) + drawn.top
  return (
    <section
      ref={box}
      id="list"
      tabIndex={-1}
      aria-label={t('timeline.name')}
      className={styles.list}
      style={{ minBlockSize: toTrackHeight(layout.height) }}
    >
      {drawn.heading === undefined || layout.isCompact ? null : (
        <CurrentDay
          heading={drawn.heading}
          clock={props.clock}
          isShown={drawn.isPastHeading}
          isDrawn={isInRange(toHeadingIndex(layout, drawn.heading), upper, lower)}
        />
      )}
      {isAllShown ? null : (
        <WholeButton filler={filler} rows={layout.rows} onFull={() => box.current?.focus()} />
      )}
      <div
        className={whole === undefined ? styles.drawn : styles.whole}
        style={{ insetBlockStart: top }}
      >
        <DrawnItems
          first={upper.first}
          last={upper.last}
          lowerFirst={lower?.first}
          lowerLast={lower?.last}
          scroller={scroller}
          markedLast={markedLast}
          {...props}
        />
      </div>
      <WholeRest filler={filler} rows={layout.rows} isAllShown={isAllShown} />
      <WholeProgress filler={filler} />
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
  const { state } = useLocation()
  const recalled = useScrollPlace(box)
  const place = recalled ?? parsePlaceState(state)
  const [start] = useState((): Start | undefined => {
    if (place !== undefined) {
      const row = order.rowOf(place.ordinal)
      return { place: toRowTop(layout, row) - place.top, focused: place.focused }
    }
    const day = parseJumpState(state)
    const heading = day === undefined ? undefined : findDay(layout, day, sort)
    if (heading === undefined) return undefined
    const focused = order.at(heading.firstRow)
    return { place: toHeadingTop(layout, heading), focused }
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
