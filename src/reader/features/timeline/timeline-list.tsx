import { useEffect, useEffectEvent, useMemo, useRef, useState, type RefObject } from 'react'
import { WindowVirtualizer, type WindowVirtualizerHandle } from 'virtua'
import type { TimelineDay } from '#core/calendar.ts'
import { countSelection, ordinalAt, rankOf, type Selection } from '#core/selection.ts'
import type { TimelineSort } from '#core/timeline-filter.ts'
import type { ListState } from '#reader/app/paths.ts'
import { useSettings } from '#reader/ui/use-settings.ts'
import { CurrentDay, DayHeading } from './day-heading.tsx'
import { FailedRows } from './failed-rows.tsx'
import type { ListPlace } from './list-place.ts'
import { findTopItem, focusRow } from './row-elements.ts'
import { StretchTurner } from './stretch-turner.tsx'
import {
  findHeading,
  findItem,
  toStretches,
  toTimelineItems,
  type TimelineItems,
} from './timeline-items.ts'
import { TimelineRow } from './timeline-row.tsx'
import { useListPlace } from './use-list-place.ts'
import { useTimelineKeys } from './use-timeline-keys.ts'
import styles from './timeline-list.module.css'

interface TimelineListProps {
  selection: Selection
  days: readonly TimelineDay[]
  sort: TimelineSort
  rowsPerShard: number
  timeZone: string
  /** The list these rows belong to, handed on to the articles. */
  list: ListState
}

/** The rows of a selection under their headings; only what is near the window is drawn and fetched. */
export function TimelineList(props: TimelineListProps) {
  const { selection, days, sort } = props
  const box = useRef<HTMLElement>(null)
  const virtualizer = useRef<WindowVirtualizerHandle>(null)
  const place = useListPlace(box)
  const stretches = useMemo(() => toStretches(countSelection(selection), sort), [selection, sort])
  const position = place === undefined ? -1 : rankOf(selection, place.ordinal)
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      stretches.findIndex(({ start, end }) => position >= start && position < end),
    ),
  )
  const stretch = stretches[at] ?? stretches[0]
  const layout = useMemo(() => toTimelineItems(days, sort, stretch), [days, sort, stretch])
  const [topItem, setTopItem] = useState(0)
  useReturn({ place, index: findItem(layout, position), box, virtualizer })
  useTimelineKeys({ list: box, virtualizer, selection, layout })
  const heading = findHeading(layout, topItem)
  const isPastHeading = (layout.items[topItem] ?? -1) >= 0
  return (
    <section ref={box} className={styles.list}>
      {heading === undefined ? null : <CurrentDay heading={heading} isShown={isPastHeading} />}
      <WindowVirtualizer
        ref={virtualizer}
        data={layout.items}
        // Less than a row beyond the window: in a thin list every row may cost a shard of its own.
        bufferSize={80}
        onScroll={() => {
          if (box.current !== null) setTopItem(findTopItem(box.current) ?? 0)
        }}
      >
        {(item: number, index: number) => (
          <div key={item} data-item={index}>
            <Item item={item} layout={layout} {...props} />
          </div>
        )}
      </WindowVirtualizer>
      <StretchTurner
        count={stretches.length}
        at={at}
        onTurn={(next) => {
          setAt(next)
          box.current?.scrollIntoView()
        }}
      />
      <FailedRows />
    </section>
  )
}

interface ItemProps extends TimelineListProps {
  item: number
  layout: TimelineItems
}

function Item({ item, layout, selection, rowsPerShard, timeZone, list }: ItemProps) {
  const { timelinePictures } = useSettings()
  const heading = layout.headings[-1 - item]
  const ordinal = ordinalAt(selection, item)
  if (heading !== undefined) return <DayHeading heading={heading} />
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
}

interface Return {
  place: ListPlace | undefined
  /** Item that shows the place; -1 when the list has it no more. */
  index: number
  box: RefObject<HTMLElement | null>
  virtualizer: RefObject<WindowVirtualizerHandle | null>
}

/** Brings the reader back to where they left the list, after the router has restored its own rough position. */
function useReturn({ place, index, box, virtualizer }: Return): void {
  const goBack = useEffectEvent(() => {
    if (place === undefined || index < 0 || box.current === null) return
    virtualizer.current?.scrollToIndex(index, { align: 'start', offset: -place.top })
    if (place.focused !== undefined) focusRow(box.current, place.focused)
  })
  useEffect(() => {
    goBack()
  }, [])
}
