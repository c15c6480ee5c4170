import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { Link } from '#reader/router/link.tsx'
import { useLocation } from 'react-router-dom'
import { useNavigate, useRouteError } from '#reader/router/use-router.ts'
import { isGone } from '#reader/data/files/data-error.ts'
import { isOutdated } from '#reader/data/archive/published-build-query.ts'
import { reloadOnce } from './reload-once.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { useTranslation } from '#reader/language/use-translation.ts'
import { homePath } from '#reader/links/paths.ts'
import { usePageAddress } from '#reader/ui/head/use-page-address.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import { useTitle } from '#reader/ui/use-title.ts'
import { ViewHeading } from '#reader/ui/view-heading.tsx'
import { useFailedViewName } from './use-failed-view-name.ts'
import styles from './route-error.module.css'

/**
 * Shown in place of a route whose data could not be loaded: which view this is, what is missing and what can be done. Asks again by itself when the network comes back.
 */
export function RouteError() {
  const error = useRouteError()
  const location = useLocation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { t } = useTranslation()
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
  const name = useFailedViewName()
  const siteTitle = client.getQueryData(manifestQuery().queryKey)?.title ?? readEarlyTitle()
  useTitle(name, siteTitle)
  usePageAddress({}, undefined)
  return (
    <div className={styles.page}>
      <ViewHeading name={name} siteTitle={siteTitle} />
      <FailureNotice error={error} onRetry={retry} />
      {name === undefined ? null : (
        <p className={styles.ways}>
          <Link to={homePath}>{t('failure.timeline')}</Link>
        </p>
      )}
    </div>
  )
}

/** The title of the page as it came, before the early script has named the view. */
function readEarlyTitle(): string {
  return document.documentElement.dataset['title'] ?? document.title
}

/** The same in place of the whole page: without a manifest there is no layout to show around it. */
export function RootError() {
  return (
    <main>
      <RouteError />
    </main>
  )
}
