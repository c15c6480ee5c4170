import type { createBrowserRouter } from 'react-router-dom'

type Router = ReturnType<typeof createBrowserRouter>

/**
 * Renders another list on the same page synchronously once it is loaded. The router renders loaded data as a
 * transition, whatever the navigation asked for: in slices, so that rows appear two or three frames later. Navigations
 * to other pages stay transitions, which wait for code that is still loading.
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
