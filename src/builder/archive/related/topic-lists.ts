import type { OrderedPost } from '../order/order-posts.ts'
import { listPostTopics } from './post-topics.ts'
import type { TermTable } from './term-table.ts'

/** Terms of a post that others are compared by. */
export const topicsPerPost = 16

/** What every post is about, in columns, and the posts of each term: both ways to look them up. */
export interface TopicLists {
  /** `topicsPerPost` entries a post, the most telling first: the number of a term, plus 1; 0 = no more. */
  terms: Uint32Array
  /** How much each is of what its post is about, in 255ths. */
  parts: Uint8Array
  /** The posts of a term lie from `starts[term]` to `starts[term + 1]`, as places in `terms`, oldest first. */
  starts: Uint32Array
  places: Uint32Array
  /** Weight of each term, and the slot it has in the table. */
  weights: Float32Array
  slots: Uint32Array
}

/** The topics of all posts before they are weighed: those of a post lie from `starts[post]` to `starts[post + 1]`. */
export interface AllTopics {
  starts: Uint32Array
  slots: Uint32Array
  /** In 16ths. */
  shares: Uint8Array
}

/** Lists what the posts are about; older versions are about nothing. */
export function listAllTopics(
  posts: readonly OrderedPost[],
  known: { table: TermTable; isTerm: Uint8Array },
): AllTopics {
  const starts = new Uint32Array(posts.length + 1)
  let slots = new Uint32Array(posts.length * topicsPerPost)
  let shares = new Uint8Array(slots.length)
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
    for (const { slot, share } of topics) {
      slots[length] = slot
      shares[length] = Math.min(255, Math.round(share * 16))
      length++
    }
    starts[ordinal + 1] = length
  }
  return { starts, slots: slots.subarray(0, length), shares: shares.subarray(0, length) }
}

/** Chooses the most telling terms of each post; `slotWeights` has one weight a slot. */
export function chooseTopics(all: AllTopics, slotWeights: Float32Array): TopicLists {
  const posts = all.starts.length - 1
  const slots = new Uint32Array(posts * topicsPerPost)
  const parts = new Uint8Array(slots.length)
  const used = new Uint32Array(slotWeights.length)
  for (let ordinal = 0; ordinal < posts; ordinal++) {
    const list: { slot: number; strength: number }[] = []
    for (let at = all.starts[ordinal] ?? 0; at < (all.starts[ordinal + 1] ?? 0); at++) {
      const slot = all.slots[at] ?? 0
      const strength = ((all.shares[at] ?? 0) / 16) * (slotWeights[slot] ?? 0)
      if (strength > 0) list.push({ slot, strength })
    }
    list.sort((a, b) => b.strength - a.strength || a.slot - b.slot)
    const chosen = list.slice(0, topicsPerPost)
    const norm = Math.hypot(...chosen.map(({ strength }) => strength))
    for (const [at, { slot, strength }] of chosen.entries()) {
      const place = ordinal * topicsPerPost + at
      slots[place] = slot + 1
      parts[place] = Math.max(1, Math.round((strength / norm) * 255))
      used[slot] = (used[slot] ?? 0) + 1
    }
  }
  return toLists(slots, { parts, used, slotWeights })
}

function toLists(
  chosen: Uint32Array,
  { parts, used, slotWeights }: { parts: Uint8Array; used: Uint32Array; slotWeights: Float32Array },
): TopicLists {
  const numbers = new Uint32Array(used.length)
  let count = 0
  for (const [slot, uses] of used.entries()) if (uses > 0) numbers[slot] = ++count
  const starts = new Uint32Array(count + 1)
  const weights = new Float32Array(count)
  const slots = new Uint32Array(count)
  let total = 0
  for (const [slot, uses] of used.entries()) {
    const number = numbers[slot] ?? 0
    if (number === 0) continue
    starts[number - 1] = total
    weights[number - 1] = slotWeights[slot] ?? 0
    slots[number - 1] = slot
    total += uses
  }
  starts[count] = total
  const next = starts.slice()
  const places = new Uint32Array(total)
  const terms = chosen.map((slot) => (slot === 0 ? 0 : (numbers[slot - 1] ?? 0)))
  for (const [place, term] of terms.entries()) {
    if (term === 0) continue
    const at = next[term - 1] ?? 0
    places[at] = place
    next[term - 1] = at + 1
  }
  return { terms, parts, starts, places, weights, slots }
}
