import type { createBrowserRouter } from 'react-router-dom'

type Router = ReturnType<typeof createBrowserRouter>

/**
 * That another list of the same page is on its way is told after this time: most lists are there sooner, and telling it draws
 * every link anew while they are looked for. Shorter than the pause after which letters are searched for, which must know it.
 */
const patienceMs = 100

/**
 * Lets a page that stays be drawn in one go when what it shows next has been loaded: another list of the timeline. The router draws
 * what a loader brought as a transition, whatever the navigation asked for: in slices between which the browser has its turn, so that
 * rows are on the screen two or three frames later. Other pages stay transitions, which wait for code that is still on its way.
 */
export function drawSamePageAtOnce(router: Router): Router {
  const subscribe: Router['subscribe'] = (listener) => {
    let last = router.state
    let patience: ReturnType<typeof setTimeout> | undefined
    const stop = router.subscribe((state, how) => {
      clearTimeout(patience)
      const { navigation, location } = state
      const isLoaded = last.navigation.state === 'loading' && navigation.state === 'idle'
      const isSamePage = last.location.pathname === location.pathname
      last = state
      if (navigation.state === 'loading' && navigation.location.pathname === location.pathname) {
        patience = setTimeout(() => {
          listener(state, how)
        }, patienceMs)
      } else listener(state, isLoaded && isSamePage ? { ...how, flushSync: true } : how)
    })
    return () => {
      clearTimeout(patience)
      stop()
    }
  }
  return Object.create(router, { subscribe: { value: subscribe } }) as Router
}
