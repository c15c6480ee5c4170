import { createContext, useContext, useMemo } from 'react'
import { useLocation, type Location } from 'react-router-dom'
import type { Navigate, Router, RouterState } from './router.ts'

// One context for each thing that changes by itself: a navigation that begins renders only what shows that something is loading.
export const RouterContext = createContext<Router | undefined>(undefined)
export const NextContext = createContext<Location | undefined>(undefined)
export const PageContext = createContext<Pick<RouterState, 'page' | 'failure'>>({
  page: undefined,
  failure: undefined,
})
export const OutletContext = createContext<unknown>(undefined)
export const ErrorContext = createContext<unknown>(undefined)

/** The router that shows this component. @throws Error outside of one. */
export function useRouter(): Router {
  const router = useContext(RouterContext)
  if (router === undefined) throw new Error('there is no router around this component')
  return router
}

/** What opens addresses; always the same function. Unlike react-router's, it tells when they are shown. */
export function useNavigate(): Navigate {
  return useRouter().navigate
}

/** Where a navigation under way leads; absent when nothing is loading. */
export function useNextLocation(): Location | undefined {
  return useContext(NextContext)
}

/** The query of the shown address; the same object as long as the query is the same. */
export function useSearchParams(): URLSearchParams {
  const { search } = useLocation()
  return useMemo(() => new URLSearchParams(search), [search])
}

/** What the loader of the shown page has given: of the type that it gives. */
export function useLoaderData(): unknown {
  return useContext(PageContext).page?.data
}

/** What the layout shares with the page inside it: of the type that it shares. */
export function useOutletContext(): unknown {
  return useContext(OutletContext)
}

/** Why the view around this error element could not be loaded or drawn. */
export function useRouteError(): unknown {
  return useContext(ErrorContext)
}
