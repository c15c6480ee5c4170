import type { PostId } from '#core/post-id.ts'

/**
 * Full address of a post's page below the site's. It ends with a slash, as the page's folder does: plain hosts lead there from
 * the form without one, and whoever collects addresses wants the one that answers.
 */
export function toPostAddress(site: string, id: PostId): string {
  return `${site}posts/${id}/`
}
