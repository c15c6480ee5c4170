import type { createBrowserRouter } from 'react-router-dom'

type Router = ReturnType<typeof createBrowserRouter>

/**
 * Lets a page that stays be drawn in one go when what it shows next has been loaded: another list of the timeline. The router draws
 * what a loader brought as a transition, whatever the navigation asked for: in slices between which the browser has its turn, so that
 * rows are on the screen two or three frames later. Other pages stay transitions, which wait for code that is still on its way.
 */
export function drawSamePageAtOnce(router: Router): Router {
  const subscribe: Router['subscribe'] = (listener) => {
    let last = router.state
    return router.subscribe((state, how) => {
      const isLoaded = last.navigation.state === 'loading' && state.navigation.state === 'idle'
      const isSamePage = last.location.pathname === state.location.pathname
      last = state
      listener(state, isLoaded && isSamePage ? { ...how, flushSync: true } : how)
    })
  }
  return Object.create(router, { subscribe: { value: subscribe } }) as Router
}
