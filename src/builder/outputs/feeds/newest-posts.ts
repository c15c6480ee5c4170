import type { OrderedPost } from '#builder/archive/order/order-posts.ts'

/** Most posts in a feed. */
export const postsPerFeed = 50

/** The newest posts among `ordinals` (ascending; absent = all posts), newest first, without older versions. */
export function listNewest(
  posts: readonly OrderedPost[],
  ordinals?: Uint32Array,
): readonly OrderedPost[] {
  const newest: OrderedPost[] = []
  for (let at = (ordinals ?? posts).length - 1; at >= 0; at--) {
    const post = posts[ordinals === undefined ? at : (ordinals[at] ?? -1)]
    if (post === undefined || post.supersededBy !== undefined) continue
    newest.push(post)
    if (newest.length === postsPerFeed) break
  }
  return newest
}
