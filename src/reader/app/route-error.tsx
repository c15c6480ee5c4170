import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useRevalidator, useRouteError } from 'react-router-dom'
import { isGone } from '#reader/data/files/data-error.ts'
import { isOutdated } from '#reader/data/archive/published-build-query.ts'
import { reloadOnce } from './reload-once.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import styles from './route-error.module.css'

/** Shown in place of a route whose data could not be loaded. */
export function RouteError() {
  const error = useRouteError()
  const revalidator = useRevalidator()
  const client = useQueryClient()
  useEffect(() => {
    // A file the manifest names is gone when a newer build has replaced this one (S23): the newer manifest knows better. Where
    // the host has no newer build, a reload would only take away what the page still shows.
    if (!isGone(error)) return
    void isOutdated(client).then((outdated) => outdated && reloadOnce())
  }, [error, client])
  return (
    <div className={styles.page}>
      <FailureNotice
        error={error}
        onRetry={() => {
          void revalidator.revalidate()
        }}
      />
    </div>
  )
}

/** The same in place of the whole page: without a manifest there is nothing to stand beside. */
export function RootError() {
  return (
    <main>
      <RouteError />
    </main>
  )
}
