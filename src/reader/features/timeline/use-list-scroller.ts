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
  /** Initial place at the top of the window; absent = the window stays where it is. */
  start: number | undefined
}

/** A virtual list: returns the window of items to render, and the scroller. */
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
  // By now the router has restored an approximate position; that scrolling must not count as the reader's own.
  useLayoutEffect(() => {
    goToStart()
  }, [])
  return [drawn, scroller]
}
