import type { PostSummary } from '#contract/timeline-shard.ts'
import type { PostId } from '#core/post/post-id.ts'

/** Posts that somebody has selected, by their ids. */
export type ChosenById = ReadonlyMap<PostId, PostSummary>

const listeners = new Set<() => void>()
const shown: { posts?: ChosenById | undefined } = {}

/** The posts that are selected now, as a store; `undefined` where nobody selects. */
export const chosenPosts = {
  read: (): ChosenById | undefined => shown.posts,
  write: (posts: ChosenById | undefined): void => {
    shown.posts = posts
    for (const listener of listeners) listener()
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** Selects a post, or takes that back. */
export function turnChosen(post: PostSummary): void {
  const posts = new Map(chosenPosts.read())
  if (!posts.delete(post.id)) posts.set(post.id, post)
  chosenPosts.write(posts)
}

/** Selects posts beside those that are selected. */
export function addChosen(added: readonly PostSummary[]): void {
  const posts = new Map(chosenPosts.read())
  for (const post of added) posts.set(post.id, post)
  chosenPosts.write(posts)
}
