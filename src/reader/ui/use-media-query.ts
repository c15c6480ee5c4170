import { useCallback, useSyncExternalStore } from 'react'

/** From this width on, the filter is shown beside the timeline. */
export const wideQuery = '(min-width: 1100px)'

/** Whether a media query matches; rerenders when that changes. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', listener)
      return () => {
        list.removeEventListener('change', listener)
      }
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}
