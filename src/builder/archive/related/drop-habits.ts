import { listGroups } from '../recurrence/group-windows.ts'
import type { AllTopics } from './topic-lists.ts'

/** What so large a part of a source's posts has is its habit: its name, its address, how it greets. */
const leastOfSource = 0.3
/** Fewer posts have no habits. */
const leastPosts = 8

/** Takes from the posts of each source the terms that are its habits: their shares become 0. */
export function dropHabits(
  all: AllTopics,
  { slots, groupOf, groups }: { slots: number; groupOf: Uint32Array; groups: number },
): void {
  const counts = new Uint32Array(slots)
  for (const posts of listGroups(groupOf, groups)) {
    if (posts.length < leastPosts) continue
    for (const post of posts)
      visit(all, post, (_at, slot) => (counts[slot] = (counts[slot] ?? 0) + 1))
    const most = posts.length * leastOfSource
    for (const post of posts) {
      visit(all, post, (at, slot) => {
        if ((counts[slot] ?? 0) >= most) all.shares[at] = 0
      })
    }
    for (const post of posts) visit(all, post, (_at, slot) => (counts[slot] = 0))
  }
}

function visit(
  { starts, slots }: AllTopics,
  post: number,
  see: (at: number, slot: number) => void,
): void {
  for (let at = starts[post] ?? 0; at < (starts[post + 1] ?? 0); at++) see(at, slots[at] ?? 0)
}
