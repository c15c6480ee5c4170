import {
  useEffectEvent,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
  type RefObject,
} from 'react'
import { ListScroller } from './list-scroller.ts'
import type { ListWindow } from './list-window.ts'
import type { TimelineLayout } from './timeline-layout.ts'

interface ListScroll {
  box: RefObject<HTMLElement | null>
  layout: TimelineLayout
  /** Place that stands at the top of the window at first; absent = the window is where it is. */
  start: number | undefined
}

/** What of a list to draw, live, and the means to scroll it. */
export function useListScroller({ box, layout, start }: ListScroll): [ListWindow, ListScroller] {
  const [scroller] = useState(() => new ListScroller(layout, start))
  const drawn = useSyncExternalStore(scroller.subscribe, scroller.read)
  useLayoutEffect(
    () => (box.current === null ? undefined : scroller.attach(box.current)),
    [box, scroller],
  )
  useLayoutEffect(() => {
    scroller.changeLayout(layout)
  }, [scroller, layout])
  const goToStart = useEffectEvent(() => {
    if (start !== undefined) scroller.scrollTo(start)
  })
  // The router has restored its own rough position by now; what it scrolled is not to be taken for the reader's own scrolling.
  useLayoutEffect(() => {
    goToStart()
  }, [])
  return [drawn, scroller]
}
