import type { PostSummary } from '#contract/timeline-shard.ts'

/** What a row says of itself: the posts that the desk knows. */
type NamedPost = Pick<PostSummary, 'id' | 'formerId'>

const listeners = new Set<() => void>()

/** What rows know of the desk. Its code is loaded later: until then no post counts as read. */
export const rowDesk = {
  isRead: (_post: NamedPost): boolean => false,
  /** Has all rows look again. */
  announce: (): void => {
    for (const listener of listeners) listener()
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
