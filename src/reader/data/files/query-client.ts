import { QueryClient } from '@tanstack/react-query'
import { DataError } from './data-error.ts'

/** The single query cache of the page. Files named by their hash never become stale; failures are never cached. */
export function buildQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: 10 * 60_000,
        // Otherwise queries would pause silently in a browser that reports itself offline, instead of failing with an
        // error.
        networkMode: 'always',
        // Rows and ordinal lists are replaced as a whole; a deep comparison would cost more than rendering them.
        structuralSharing: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: (query) => query.state.status === 'error',
        retry: shouldRetry(),
        retryDelay: (failures) => 300 * 2 ** failures,
      },
    },
  })
}

/** Retries a query twice. One that waited for it fails with the same error, and does not begin anew. */
function shouldRetry(): (failures: number, error: Error) => boolean {
  const spent = new WeakSet<Error>()
  return (failures, error) => {
    if (!isPassing(error) || spent.has(error)) return false
    if (failures >= 2) spent.add(error)
    return failures < 2
  }
}

function isPassing(error: Error): boolean {
  if (!(error instanceof DataError)) return false
  return error.kind === 'offline' || (error.status !== undefined && error.status >= 500)
}
