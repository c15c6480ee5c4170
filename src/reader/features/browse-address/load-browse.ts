import type { QueryClient } from '@tanstack/react-query'
import { redirect, type LoadArgs } from '#reader/router/router.ts'
import { findListFilter } from './list-filter.ts'
import { siteBase, timelinePath } from '#reader/links/paths.ts'

/**
 * Redirects the address of a list without JavaScript to the same list in the timeline; any other address renders the
 * route's own page.
 */
export function loadBrowse(client: QueryClient) {
  return async ({ url: { pathname } }: LoadArgs): Promise<unknown> => {
    const filter = await findListFilter(client, pathname.slice(siteBase.length))
    return filter === undefined ? null : redirect(timelinePath(filter))
  }
}
