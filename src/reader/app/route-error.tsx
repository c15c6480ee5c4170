import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useLocation, useNavigate, useRouteError } from 'react-router-dom'
import { isGone } from '#reader/data/files/data-error.ts'
import { isOutdated } from '#reader/data/archive/published-build-query.ts'
import { reloadOnce } from './reload-once.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import styles from './route-error.module.css'

/** Shown in place of a route whose data could not be loaded. Asks again by itself when the network comes back. */
export function RouteError() {
  const error = useRouteError()
  const location = useLocation()
  const navigate = useNavigate()
  const client = useQueryClient()
  useEffect(() => {
    // A file the manifest names is gone when a newer build has replaced this one (S23), and the newer manifest names
    // the right
    // one. Where the host has no newer build, a reload would only remove what the page still shows.
    if (!isGone(error)) return
    void isOutdated(client).then((outdated) => outdated && reloadOnce())
  }, [error, client])
  // Not a revalidation: with all data cached it ends before the router's error boundary has seen it begin, and the boundary
  // keeps its error. A new location resets the boundary.
  const retry = () => {
    void navigate(location, { replace: true, state: location.state, preventScrollReset: true })
  }
  const retryOnline = useEffectEvent(retry)
  useEffect(() => {
    const listening = new AbortController()
    window.addEventListener('online', () => retryOnline(), { signal: listening.signal })
    return () => listening.abort()
  }, [])
  return (
    <div className={styles.page}>
      <FailureNotice error={error} onRetry={retry} />
    </div>
  )
}

/** The same in place of the whole page: without a manifest there is no layout to show around it. */
export function RootError() {
  return (
    <main>
      <RouteError />
    </main>
  )
}
