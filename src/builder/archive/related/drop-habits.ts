import { listGroups } from '../recurrence/group-windows.ts'
import { listWordsOf, type PostWords } from './post-words.ts'
import type { AllTopics } from './topic-lists.ts'

/** What so large a part of a source's posts is about, or says, is its habit: its name, its address, how it greets. */
const leastOfSource = 0.3
const leastSaid = 0.4
/** Fewer posts have no habits. */
const leastPosts = 8

/** Takes from the posts of each source the terms that are its habits: their shares become 0. */
export function dropHabits(
  all: AllTopics,
  {
    slots,
    groupOf,
    groups,
    words,
  }: { slots: number; groupOf: Uint32Array; groups: number; words: PostWords },
): void {
  const counts = new Uint32Array(slots)
  const saying = new Uint32Array(words.weights.length)
  const countSaying = (slot: number) => {
    let least = 0
    for (const [at, hash] of all.termWords.of(slot).entries()) {
      const word = (words.numbers[hash] ?? 0) - 1
      const count = word < 0 ? 0 : (saying[word] ?? 0)
      least = at === 0 ? count : Math.min(least, count)
    }
    return least
  }
  for (const posts of listGroups(groupOf, groups)) {
    if (posts.length < leastPosts) continue
    for (const post of posts)
      visit(all, post, (_at, slot) => (counts[slot] = (counts[slot] ?? 0) + 1))
    for (const post of posts) {
      for (const word of listWordsOf(words, post)) saying[word] = (saying[word] ?? 0) + 1
    }
    for (const post of posts) {
      visit(all, post, (at, slot) => {
        const isHabit =
          (counts[slot] ?? 0) >= posts.length * leastOfSource ||
          countSaying(slot) >= posts.length * leastSaid
        if (isHabit) all.shares[at] = 0
      })
    }
    for (const post of posts) {
      visit(all, post, (_at, slot) => (counts[slot] = 0))
      for (const word of listWordsOf(words, post)) saying[word] = 0
    }
  }
}

function visit(
  { starts, slots }: AllTopics,
  post: number,
  see: (at: number, slot: number) => void,
): void {
  for (let at = starts[post] ?? 0; at < (starts[post + 1] ?? 0); at++) see(at, slots[at] ?? 0)
}
