import type { QueryClient } from '@tanstack/react-query'
import { isOutdated } from '#reader/data/archive/published-build-query.ts'
import { stuckChunkEvent } from '#reader/data/files/load-chunk.ts'
import { toSiteUrl } from '#reader/router/location.ts'
import type { Router } from '#reader/router/router.ts'
import { reloadOnce, thisPage } from './reload-once.ts'

/**
 * Reloads once, at the page being opened, when a chunk of the reader cannot be loaded on this page. It may be gone
 * because a newer build has replaced it. Does so only if the host really has a newer build: somebody who is offline
 * keeps the page, and the route's error element says what happened (S23). Or it stays failed in this page although its
 * files are there: then the same build is opened anew, in the same place of the list.
 */
export function reloadOnStaleChunk(router: Router, client: QueryClient): void {
  const reload = () => {
    const { next } = router.state
    const { href } = next === undefined ? globalThis.location : toSiteUrl(next)
    return () => reloadOnce({ ...thisPage, reload: () => globalThis.location.assign(href) })
  }
  window.addEventListener('vite:preloadError', () => {
    const reloadThere = reload()
    void isOutdated(client).then((outdated) => outdated && reloadThere())
  })
  window.addEventListener(stuckChunkEvent, () => {
    reload()()
  })
}
