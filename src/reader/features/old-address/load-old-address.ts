import type { QueryClient } from '@tanstack/react-query'
import { redirect, type LoadArgs } from '#reader/router/router.ts'
import { postPath, siteBase } from '#reader/links/paths.ts'
import { findOldAddressPost } from './find-old-address-post.ts'

/** Redirects an address of the old Jekyll site to its post; any other address renders the route's own page. */
export function loadOldAddress(client: QueryClient) {
  return async ({ url: { pathname } }: LoadArgs): Promise<unknown> => {
    // The base ends with the slash that the old address starts with.
    const id = await findOldAddressPost(client, pathname.slice(siteBase.length - 1))
    return id === undefined ? null : redirect(postPath(id))
  }
}
