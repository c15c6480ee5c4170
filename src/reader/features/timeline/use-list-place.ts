import { useEffect, useEffectEvent, useLayoutEffect, useState, type RefObject } from 'react'
import { useLocation } from 'react-router-dom'
import { PlaceMemory, type ListPlace } from './list-place.ts'
import { findFocusedRow, findTopRow, toOrdinal } from './row-elements.ts'

const places = new PlaceMemory(() => globalThis.sessionStorage)

/**
 * Remembers where the reader is in the list, for this history entry.
 * @returns the place they left when the list is drawn again for an entry they return to.
 */
export function useListPlace(list: RefObject<HTMLElement | null>): ListPlace | undefined {
  const { key } = useLocation()
  const [recalled] = useState(() => places.recall(key))
  const save = useEffectEvent(() => {
    const place = list.current === null ? undefined : readPlace(list.current)
    if (place !== undefined) places.remember(key, place)
  })
  useEffect(() => {
    const listener = () => {
      save()
    }
    // Scrolling has ended, a link was followed, the page is left: each may be the last chance.
    document.addEventListener('scrollend', listener)
    document.addEventListener('click', listener, true)
    window.addEventListener('pagehide', listener)
    return () => {
      document.removeEventListener('scrollend', listener)
      document.removeEventListener('click', listener, true)
      window.removeEventListener('pagehide', listener)
    }
  }, [])
  // The list may still be moving when its page is exchanged: what was seen last is what the reader comes back to.
  useLayoutEffect(
    () => () => {
      save()
    },
    [],
  )
  return recalled
}

function readPlace(list: HTMLElement): ListPlace | undefined {
  const row = findTopRow(list)
  if (row === undefined) return undefined
  const focused = findFocusedRow(list)
  return {
    ordinal: toOrdinal(row),
    top: row.getBoundingClientRect().top,
    ...(focused === undefined ? {} : { focused: toOrdinal(focused) }),
  }
}
