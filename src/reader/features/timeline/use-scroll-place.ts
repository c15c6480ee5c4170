import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useLocation } from 'react-router-dom'
import { EntryMemory, toEntryKey } from '#reader/storage/entry-memory.ts'
import { listenToScrollEnd } from '#reader/ui/scroll-end.ts'
import { scrollPlaceShape, type ScrollPlace } from './scroll-place.ts'
import { findFocusedRow, findTopRow, toOrdinal } from './row-elements.ts'

const places = new EntryMemory<ScrollPlace>({
  name: 'broadsheet.places',
  shape: scrollPlaceShape,
  storage: () => globalThis.sessionStorage,
})

/**
 * Remembers where the reader is in the list, for this history entry.
 * @returns the remembered place when the reader returns to a history entry.
 */
export function useScrollPlace(list: RefObject<HTMLElement | null>): ScrollPlace | undefined {
  const key = toEntryKey(useLocation())
  const [recalled] = useState(() => places.recall(key))
  const isMoved = useRef(false)
  const save = useEffectEvent(() => {
    const place = list.current === null ? undefined : readPlace(list.current)
    if (place !== undefined) places.remember(key, place)
    isMoved.current = false
  })
  useEffect(() => {
    const listener = () => {
      save()
    }
    const move = () => {
      isMoved.current = true
    }
    const moveFocus = ({ target }: FocusEvent) => {
      if (target instanceof Node && list.current?.contains(target)) move()
    }
    const listening = new AbortController()
    const { signal } = listening
    // Save at the end of scrolling, on a click and on leaving the page: each may be the last chance. After a scroll the
    // list is about to be laid out, and measuring its rows after that forces no extra layout.
    listenToScrollEnd(() => setTimeout(listener), signal)
    document.addEventListener('click', listener, { capture: true, signal })
    window.addEventListener('pagehide', listener, { signal })
    document.addEventListener('scroll', move, { passive: true, signal })
    document.addEventListener('focusin', moveFocus, { signal })
    document.addEventListener('focusout', moveFocus, { signal })
    return () => {
      listening.abort()
    }
  }, [list])
  // The list may still be scrolling when its page is left; its last visible place is the one to return to. A list that
  // has not scrolled is not measured, because that would force a layout during the navigation.
  useLayoutEffect(
    () => () => {
      if (isMoved.current) save()
    },
    [],
  )
  return recalled
}

/** Remembers the topmost row in view for a history entry, right before its list is laid out anew. */
export function rememberTopPlace(key: string): ScrollPlace | undefined {
  const place = readPlace(document.body)
  if (place !== undefined) places.remember(key, place)
  return place
}

function readPlace(list: HTMLElement): ScrollPlace | undefined {
  const row = findTopRow(list)
  if (row === undefined) return undefined
  const focused = findFocusedRow(list)
  return {
    ordinal: toOrdinal(row),
    top: row.getBoundingClientRect().top,
    ...(focused === undefined ? {} : { focused: toOrdinal(focused) }),
  }
}
