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

/** A virtual list: which of its items to render, and how to scroll it. */
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
  // The router has restored its rough position by now; that scrolling must not count as the reader's own.
  useLayoutEffect(() => {
    goToStart()
  }, [])
  return [drawn, scroller]
}
