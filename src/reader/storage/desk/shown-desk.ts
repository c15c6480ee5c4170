import type { ComponentType } from 'react'
import type { FilterChange, TimelineFilter } from '#core/selection/timeline-filter.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'

/** A post by its ids: the desk may know it under the one that it had before. */
export type PostIds = Pick<PostSummary, 'id' | 'formerId'>

/** What the desk may say of a post. */
export type PostState = 'read' | 'saved'

interface ShownDesk {
  /** Whether it is so; `undefined` before the desk is open. */
  has: (state: PostState, post: PostIds) => boolean | undefined
  /** The name of a list; `undefined` where the desk has none of this id. */
  nameOf?: (list: string) => string | undefined
  /** The note that somebody wrote to a post on the list of an address. */
  noteOf?: (address: string, post: PostIds) => string | undefined
  /** Asks for the lists that posts are to stand on. */
  chooseLists?: (posts: readonly PostSummary[]) => Promise<void>
  /** Buttons of a row, once their code is loaded. */
  Actions?: ComponentType<{ post: PostSummary }>
  /** Narrows a list by what the desk knows, once its code is loaded. */
  Choice?: ComponentType<{
    filter: TimelineFilter
    onChange: (change: FilterChange) => unknown
  }>
  /** Has rows of a list selected, once its code is loaded. */
  SelectBar?: ComponentType<{ filter: TimelineFilter }>
  /** Has all that shows something of the desk look again. */
  announce: () => void
  subscribe: (listener: () => void) => () => void
}

const listeners = new Set<() => void>()

/** What pages show of the desk. Its code is loaded later: until then nothing is known of any post. */
export const shownDesk: ShownDesk = {
  has: () => undefined,
  announce: () => {
    for (const listener of listeners) listener()
  },
  subscribe: (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
