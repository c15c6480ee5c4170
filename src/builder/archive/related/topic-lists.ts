import type { OrderedPost } from '../order/order-posts.ts'
import { listTermWords } from '../terms/list-words.ts'
import { listPostTopics } from './post-topics.ts'
import type { TermTable } from './term-table.ts'
import { TermWords } from './term-words.ts'

/** Terms of a post that may be named as the reason why another is related. */
export const topicsPerPost = 16

/** The topics of all posts: those of a post lie from `starts[post]` to `starts[post + 1]`. */
export interface AllTopics {
  starts: Uint32Array
  slots: Uint32Array
  /** In 16ths. */
  shares: Uint8Array
  termWords: TermWords
}

/** Lists what the posts are about; older versions are about nothing. */
export function listAllTopics(
  posts: readonly OrderedPost[],
  known: { table: TermTable; isTerm: Uint8Array },
): AllTopics {
  const starts = new Uint32Array(posts.length + 1)
  let slots = new Uint32Array(posts.length * topicsPerPost)
  let shares = new Uint8Array(slots.length)
  const termWords = new TermWords(known.table.slots)
  let length = 0
  for (const [ordinal, post] of posts.entries()) {
    const topics = post.supersededBy === undefined ? listPostTopics(post, known) : []
    if (length + topics.length > slots.length) {
      const more = new Uint32Array(slots.length * 2 + topics.length)
      more.set(slots)
      slots = more
      const moreShares = new Uint8Array(more.length)
      moreShares.set(shares)
      shares = moreShares
    }
    for (const { slot, share, written } of topics) {
      if (!termWords.has(slot)) termWords.add(slot, listTermWords(written))
      slots[length] = slot
      shares[length] = Math.min(255, Math.round(share * 16))
      length++
    }
    starts[ordinal + 1] = length
  }
  return {
    starts,
    slots: slots.subarray(0, length),
    shares: shares.subarray(0, length),
    termWords,
  }
}

/**
 * Chooses the most telling terms of each post, those first: `topicsPerPost` entries a post, the slot of a term plus 1;
 * 0 = no more. `weights` has one a slot.
 */
export function chooseTopics(all: AllTopics, weights: Float32Array): Uint32Array {
  const posts = all.starts.length - 1
  const chosen = new Uint32Array(posts * topicsPerPost)
  for (let ordinal = 0; ordinal < posts; ordinal++) {
    const list: { slot: number; strength: number }[] = []
    for (let at = all.starts[ordinal] ?? 0; at < (all.starts[ordinal + 1] ?? 0); at++) {
      const slot = all.slots[at] ?? 0
      const strength = (all.shares[at] ?? 0) * (weights[slot] ?? 0)
      if (strength > 0) list.push({ slot, strength })
    }
    list.sort((a, b) => b.strength - a.strength || a.slot - b.slot)
    for (const [at, { slot }] of list.slice(0, topicsPerPost).entries()) {
      chosen[ordinal * topicsPerPost + at] = slot + 1
    }
  }
  return chosen
}
