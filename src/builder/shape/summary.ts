import type { PostSummary } from '#contract/timeline-shard.ts'
import type { OrderedPost } from '../order/order-posts.ts'

/** The row of a post. */
export function toSummary({ draft, id, versions, supersededBy }: OrderedPost): PostSummary {
  const isNewest = versions !== undefined && supersededBy === undefined
  return { id, ...draft.row, versions: isNewest ? versions.length : undefined, supersededBy }
}
