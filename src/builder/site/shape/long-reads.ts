import type { LongRead } from '#contract/opening-file.ts'
import { findLongest, type ReadFacts } from '#shape/long-reads.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'

/** The long articles that the front door names, see `findLongest`; `posts` are in ordinal order. */
export function findLongReads(posts: readonly OrderedPost[]): LongRead[] {
  return findLongest(listNewest(posts))
}

function* listNewest(posts: readonly OrderedPost[]): Generator<ReadFacts> {
  for (let at = posts.length - 1; at >= 0; at--) {
    const post = posts[at]
    if (post === undefined || post.supersededBy !== undefined) continue
    const { title, row } = post.cached
    yield { id: post.id, ...(title === undefined ? {} : { title }), row }
  }
}
