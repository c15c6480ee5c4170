import { reloadOnce, thisPage } from '#reader/data/reload-once.ts'
import type { Router } from './router.tsx'

/**
 * A part of the reader that a newer build has replaced cannot be loaded any more: one reload, of the page the reader was going
 * to, fetches the newer reader. If that did not help, the error goes on to the route's error element (S23).
 */
export function reloadOnStaleChunk(router: Router): void {
  window.addEventListener('vite:preloadError', (event) => {
    const target = router.state.navigation.location
    const address = target === undefined ? globalThis.location.href : router.createHref(target)
    const reload = () => {
      globalThis.location.assign(address)
    }
    if (reloadOnce({ ...thisPage, reload })) event.preventDefault()
  })
}
