import { useEffect, useLayoutEffect } from 'react'
import { useLocation, type Location } from 'react-router-dom'
import * as v from 'valibot'
import { EntryMemory, toEntryKey } from '#reader/storage/entry-memory.ts'
import { decodeAddress } from './location.ts'
import { useRouter } from './use-router.ts'

/** Pixels from the top of the page, for each history entry. */
const positions = new EntryMemory<number>({
  name: 'broadsheet.scroll',
  shape: v.number(),
  storage: () => globalThis.sessionStorage,
})

/**
 * Scrolls a page that is shown anew: to where its history entry was left, to what its fragment names, or to the top.
 * @param isKept - whether positions of this page are kept; must stay the same function.
 */
export function useScrollRestoration(isKept: (location: Location) => boolean): void {
  const router = useRouter()
  const location = useLocation()
  useLayoutEffect(() => {
    const keep = (left: Location) => {
      if (isKept(left)) positions.remember(toEntryKey(left), window.scrollY)
    }
    const leavePage = () => {
      keep(router.state.location)
      // Other pages of this tab count on the browser.
      history.scrollRestoration = 'auto'
    }
    window.addEventListener('pagehide', leavePage)
    const stop = router.onLeave(keep)
    return () => {
      stop()
      window.removeEventListener('pagehide', leavePage)
    }
  }, [router, isKept])
  useEffect(() => {
    history.scrollRestoration = 'manual'
  }, [])
  useLayoutEffect(() => {
    const top = isKept(location) ? positions.recall(toEntryKey(location)) : undefined
    if (top !== undefined) window.scrollTo(0, top)
    else if (!showFragment(location.hash) && !router.state.preventScrollReset) window.scrollTo(0, 0)
  }, [location, router, isKept])
}

function showFragment(hash: string): boolean {
  const target = hash === '' ? null : document.getElementById(decodeAddress(hash.slice(1)))
  target?.scrollIntoView()
  return target !== null
}
