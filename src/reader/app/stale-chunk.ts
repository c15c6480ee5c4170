import type { QueryClient } from '@tanstack/react-query'
import { isOutdated } from '#reader/data/archive/published-build-query.ts'
import { reloadOnce, thisPage } from './reload-once.ts'
import type { Router } from './router.tsx'

/**
 * Reloads once, at the page being opened, when a chunk of the reader is gone because a newer build has replaced it.
 * Does so only if the host really has a newer build: somebody who is offline keeps the page, and the route's error
 * element says what happened (S23).
 */
export function reloadOnStaleChunk(router: Router, client: QueryClient): void {
  window.addEventListener('vite:preloadError', () => {
    const target = router.state.navigation.location
    const address = target === undefined ? globalThis.location.href : router.createHref(target)
    void isOutdated(client).then((outdated) => {
      if (outdated) reloadOnce({ ...thisPage, reload: () => globalThis.location.assign(address) })
    })
  })
}
