import type { Anchor } from './scroll-track.ts'
import {
  findItem,
  itemAt,
  toItemTop,
  type TimelineHeading,
  type TimelineLayout,
} from './timeline-layout.ts'

/** Pixels rendered beyond the window before the first scroll: less than a row, for in a sparse list each costs a shard. */
export const stillMargin = 80
/** Pixels rendered beyond the window while the reader scrolls, so that rows are ready before they come into view. */
export const movingMargin = 300

/** Height of the sticky heading that covers rows at the top of the window, pixels. */
export const stickyHeight = 44

/** The rendered part of a virtual list. */
export interface ListWindow {
  /** Index of the first and of the last item. */
  first: number
  last: number
  /** Pixels of the track above the first item. */
  top: number
  /** Heading of the topmost item in view. `isPastHeading` = that item is a row, so the heading itself is out of view. */
  heading: TimelineHeading | undefined
  isPastHeading: boolean
}

/** The items within the browser's window and `margin` pixels around it. */
export function toListWindow(
  layout: TimelineLayout,
  { track, shift }: Anchor,
  margin: number,
): ListWindow {
  const place = track + shift
  const first = findItem(layout, place - margin)
  const topItem = itemAt(layout, findItem(layout, place + stickyHeight))
  return {
    first,
    last: findItem(layout, place + window.innerHeight + margin),
    top: toItemTop(layout, first) - shift,
    heading: topItem?.heading,
    isPastHeading: topItem?.kind === 'row' && place > 0,
  }
}

/** Returns the last window when nothing has changed, so that nothing renders again. */
export function keepListWindow(last: ListWindow, next: ListWindow): ListWindow {
  const isEqual =
    last.first === next.first &&
    last.last === next.last &&
    last.top === next.top &&
    last.heading === next.heading &&
    last.isPastHeading === next.isPastHeading
  return isEqual ? last : next
}
