import type { OrderedPost } from '../order/order-posts.ts'
import { hasEnds, hasMiddle, PackedSentences, toNearWeight } from '../post/sentence-fingerprints.ts'
import { listWindows, numberNames } from './group-windows.ts'
import { KeyCounts } from './key-counts.ts'

/** How many sentences of posts recur, by how they were found, and in how many posts. */
export interface RecurringCounts {
  /** Posts with at least one of them. */
  posts: number
  /** Posts in which nothing else is said. */
  wholly: number
  /** The same sentence in posts of one author. */
  author: number
  /** The same sentence in posts of one source, by several authors. */
  source: number
  /** Nearly the same sentence, such as one with another name in it. */
  similar: number
}

/** In fewer posts, even of a small group, a sentence does not recur. */
const leastPosts = 3
/** A share of the posts that one source has: what few of its authors repeat is quoted or published again. */
const leastOfSource = 0.01
/** For what proves little alone: short lines, and sentences that are only nearly the same. */
const leastOfWeak = 0.01
/** A sentence of less weight is weak. */
const strongWeight = 8
/** The share of a sentence that its recurring ends cover. */
const leastCovered = 0.6

/**
 * Marks the sentences near the ends of posts that recur among those of the same author, or of the same source: sets the
 * bits of `recurring`. Versions of one post count as one.
 */
export function markRecurring(posts: readonly OrderedPost[]): RecurringCounts {
  const found: Found = { author: 0, source: 0, similar: 0 }
  for (const kind of ['author', 'source'] as const) {
    const { groupOf, groups } = numberNames(listNames(posts, kind), posts.length)
    for (const ordinals of listWindows(groupOf, groups))
      markWindow(posts, { ordinals, kind }, found)
  }
  const marked = posts.filter(({ recurring }) => recurring !== 0)
  return { posts: marked.length, wholly: marked.filter(saysNothingElse).length, ...found }
}

type Found = Pick<RecurringCounts, 'author' | 'source' | 'similar'>

function* listNames(posts: readonly OrderedPost[], kind: 'author' | 'source'): Generator<string> {
  for (const { cached } of posts) {
    const { author, sourceHost, language = '' } = cached.row
    // A sentence recurs in its own language: the share is one of what the source says in it.
    const source = `source\n${sourceHost ?? cached.collection}\n${language}`
    yield kind === 'source' || author === undefined ? source : `author\n${author}`
  }
}

interface Window {
  ordinals: Uint32Array
  kind: 'author' | 'source'
}

function markWindow(posts: readonly OrderedPost[], { ordinals, kind }: Window, found: Found): void {
  if (ordinals.length < leastPosts) return
  const members: { post: OrderedPost; packed: number[] }[] = []
  for (const ordinal of ordinals) {
    const post = posts[ordinal]
    if (post !== undefined) members.push({ post, packed: post.cached.sentences })
  }
  const counts = new KeyCounts(members.reduce((sum, { packed }) => sum + packed.length, 0))
  let counted = 0
  for (const { post, packed } of members) {
    if (post.supersededBy === undefined) countSentences(packed, counts, ++counted)
  }
  const least = Math.max(leastPosts, kind === 'source' ? Math.ceil(counted * leastOfSource) : 0)
  const rule = { counts, least, leastWeak: Math.max(least, Math.ceil(counted * leastOfWeak)) }
  for (const { post, packed } of members) {
    const sentences = new PackedSentences(packed)
    for (let bit = 1; sentences.next(); bit <<= 1) {
      const how = (post.recurring & bit) === 0 ? toRecurrence(sentences, rule) : undefined
      if (how === undefined) continue
      post.recurring |= bit
      found[how === 'same' ? kind : 'similar']++
    }
  }
}

function countSentences(packed: readonly number[], counts: KeyCounts, post: number): void {
  const sentences = new PackedSentences(packed)
  while (sentences.next()) {
    counts.add(sentences.whole, post)
    if (!hasEnds(sentences.weight)) continue
    counts.add(sentences.head, post)
    counts.add(sentences.tail, post)
  }
}

interface Rule {
  counts: KeyCounts
  least: number
  leastWeak: number
}

/** Whether a sentence recurs, and how; `undefined` = it does not. */
function toRecurrence(
  { weight, whole, head, tail }: PackedSentences,
  { counts, least, leastWeak }: Rule,
): 'same' | 'similar' | undefined {
  if (counts.get(whole) >= (weight < strongWeight ? leastWeak : least)) return 'same'
  if (!hasEnds(weight)) return undefined
  const ends = (counts.get(head) >= leastWeak ? 1 : 0) + (counts.get(tail) >= leastWeak ? 1 : 0)
  if (ends === 0) return undefined
  return (toNearWeight(weight) ?? 0) * ends >= weight * leastCovered ? 'similar' : undefined
}

/** Whether all sentences of a post recur; signs and addresses alone are no sentences. */
function saysNothingElse({ cached, recurring }: OrderedPost): boolean {
  const packed = cached.sentences
  if (hasMiddle(packed)) return false
  const sentences = new PackedSentences(packed)
  for (let bit = 1; sentences.next(); bit <<= 1) {
    if ((recurring & bit) === 0 && sentences.weight > 0) return false
  }
  return true
}
