import type { PostId } from '#core/post/post-id.ts'

/**
 * Canonical URL of a post's page. It ends with a slash because the page is a folder: plain hosts redirect the form
 * without one, and a canonical URL should not redirect.
 */
export function toPostAddress(site: string, id: PostId): string {
  return `${site}posts/${id}/`
}
