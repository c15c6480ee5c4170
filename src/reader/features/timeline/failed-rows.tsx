import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { isGone } from '#reader/data/files/data-error.ts'
import { publishedBuildQuery } from '#reader/data/archive/published-build-query.ts'
import { FailureNotice } from '#reader/ui/failure-notice.tsx'
import styles from './timeline-list.module.css'

/** Says that rows in view could not be fetched, and retries them. The other rows stay as they are (S24). */
export function FailedRows() {
  const client = useQueryClient()
  const error = useFailure()
  useEffect(() => {
    // A shard that is gone was replaced by a newer build (S23): check at once, so that the update notice appears.
    if (isGone(error)) void client.refetchQueries({ queryKey: publishedBuildQuery().queryKey })
  }, [client, error])
  if (error === null) return null
  return (
    <div className={styles.failure}>
      <FailureNotice
        error={error}
        onRetry={() => {
          void client.refetchQueries({
            queryKey: ['shard'],
            type: 'active',
            predicate: ({ state }) => state.status === 'error',
          })
        }}
      />
    </div>
  )
}

function useFailure(): Error | null {
  const cache = useQueryClient().getQueryCache()
  const subscribe = useCallback(
    (listener: () => void) =>
      cache.subscribe(({ query, type }) => {
        if (query.queryKey[0] !== 'shard') return
        // Each row observes its shard, and each call scans the whole cache: rows that come and go must not cause any.
        if (type === 'updated' || query.state.status === 'error') listener()
      }),
    [cache],
  )
  return useSyncExternalStore(
    subscribe,
    () =>
      cache
        .findAll({ queryKey: ['shard'], type: 'active' })
        .find(({ state }) => state.status === 'error')?.state.error ?? null,
  )
}
