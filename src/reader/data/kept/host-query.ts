import { queryOptions } from '@tanstack/react-query'
import { serviceWorkerPath } from '#contract/offline-file.ts'
import { toHref } from '#reader/links/paths.ts'

/**
 * Whether the site's host answers. Asks for the worker's script, which the worker itself leaves to the host. `isOnline` is what
 * the browser says of its network: another answer asks again.
 */
export const hostQuery = (isOnline: boolean) =>
  queryOptions({
    queryKey: ['host', isOnline],
    queryFn: async ({ signal }) => {
      const how: RequestInit = { method: 'HEAD', cache: 'no-store', signal }
      try {
        await fetch(toHref(serviceWorkerPath), how)
        return true
      } catch {
        return false
      }
    },
    staleTime: 0,
    retry: false,
    refetchOnWindowFocus: 'always',
    refetchInterval: ({ state }) => (state.data === false ? 30_000 : false),
  })
