import {
  Component,
  startTransition,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import { flushSync } from 'react-dom'
import { Router as LocationProvider, useLocation, type Location } from 'react-router-dom'
import type { Router } from './router.ts'
import {
  ErrorContext,
  NextContext,
  OutletContext,
  PageContext,
  RouterContext,
} from './use-router.ts'

/** Shows what a router has loaded. Nothing before its first address has loaded or failed. */
export function RouterProvider({ router }: { router: Router }) {
  const [state, setState] = useState(router.state)
  useLayoutEffect(() => {
    // Something may have happened since this was first rendered, which takes several frames.
    startTransition(() => setState(router.state))
    // In a transition a page stays as it is until what the next one shows can be drawn.
    return router.subscribe((next, { atOnce }) => {
      if (atOnce) flushSync(() => setState(next))
      else startTransition(() => setState(next))
    })
  }, [router])
  const { location, type, next, page, failure } = state
  const shown = useMemo(() => ({ page, failure }), [page, failure])
  const { element, errorElement } = router.layout
  return (
    <RouterContext value={router}>
      <NextContext value={next}>
        <LocationProvider location={location} navigationType={type} navigator={router.navigator}>
          <PageContext value={shown}>
            <ViewBoundary
              location={location}
              failure={failure?.part === 'layout' ? failure : undefined}
              errorElement={errorElement}
            >
              {page === undefined ? null : element}
            </ViewBoundary>
          </PageContext>
        </LocationProvider>
      </NextContext>
    </RouterContext>
  )
}

/** The place of the page in the layout, which shares `context` with it. */
export function Outlet({ context }: { context: unknown }) {
  const { page, failure } = useContext(PageContext)
  const location = useLocation()
  if (page === undefined) return null
  return (
    <OutletContext value={context}>
      <ViewBoundary
        location={location}
        failure={failure?.part === 'page' ? failure : undefined}
        errorElement={page.route.errorElement}
      >
        {page.route.element}
      </ViewBoundary>
    </OutletContext>
  )
}

interface BoundaryProps {
  location: Location
  /** Why the view could not be loaded. */
  failure: { error: unknown } | undefined
  errorElement: ReactNode
  children: ReactNode
}

interface BoundaryState {
  location: Location
  /** Why the view could not be drawn. */
  fault: { error: unknown } | undefined
}

/** Shows an error element where a view could not be loaded or drawn, until another location is shown. */
class ViewBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { location: this.props.location, fault: undefined }

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { fault: { error } }
  }

  static getDerivedStateFromProps(
    { location }: BoundaryProps,
    state: BoundaryState,
  ): BoundaryState | null {
    return location === state.location ? null : { location, fault: undefined }
  }

  override render(): ReactNode {
    const { failure, errorElement, children } = this.props
    const problem = failure ?? this.state.fault
    if (problem === undefined) return children
    return <ErrorContext value={problem.error}>{errorElement}</ErrorContext>
  }
}
