import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { parseBuildId } from '#contract/build-id.ts'
import { manifestPath } from '#contract/file-names.ts'
import { fetchJson } from '#reader/data/files/fetch-file.ts'
import { manifestQuery } from './site-queries.ts'

const checkIntervalMs = 5 * 60_000

/** The build id on the host right now; `null` when its manifest has none. Refetched on focus and every five minutes. */
export const publishedBuildQuery = () =>
  queryOptions({
    queryKey: ['published-build'],
    // Only the build id is read: a build of another schema version must be noticed too. Past all caches, so that the service worker does not answer with what is kept.
    queryFn: ({ signal }) => fetchJson(manifestPath, parseBuildId, { signal, cache: 'no-store' }),
    staleTime: checkIntervalMs,
    refetchInterval: checkIntervalMs,
    refetchOnWindowFocus: 'always',
    retry: false,
  })

/**
 * Asks the host whether it has another build than this page. False when the host cannot be reached: it has nothing
 * newer to offer.
 */
export async function isOutdated(client: QueryClient): Promise<boolean> {
  const own = client.getQueryData(manifestQuery().queryKey)?.buildId
  try {
    const published = await client.fetchQuery({ ...publishedBuildQuery(), staleTime: 0 })
    return published !== null && published !== own
  } catch {
    return false
  }
}
