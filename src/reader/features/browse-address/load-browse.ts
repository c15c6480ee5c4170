import type { QueryClient } from '@tanstack/react-query'
import { redirect, type LoaderFunctionArgs } from 'react-router-dom'
import { findListFilter } from './list-filter.ts'
import { siteBase, timelinePath } from '#reader/links/paths.ts'

/**
 * Redirects the address of a list without JavaScript to the same list in the timeline; any other address renders the
 * route's own page.
 */
export function loadBrowse(client: QueryClient) {
  return async ({ request }: LoaderFunctionArgs): Promise<Response | null> => {
    const { pathname } = new URL(request.url)
    const filter = await findListFilter(client, pathname.slice(siteBase.length))
    return filter === undefined ? null : redirect(timelinePath(filter))
  }
}
