import type { OrderedPost } from '../order/order-posts.ts'
import { findRepeated } from '../order/find-repeated.ts'
import { NearTexts } from './near-texts.ts'
import { visitAlike, type Likeness } from './visit-alike.ts'
import type { PostWords } from './post-words.ts'
import type { SharedTopics } from './shared-topics.ts'
import {
  makeRelatedColumns,
  reasonsPerPost,
  relatedPerPost,
  ties,
  type RelatedColumns,
  type Tie,
} from './related-columns.ts'

/**
 * Less than this, and a reader rarely finds another post useful: what two readers said of 502 posts that were offered
 * below 100 articles, see bench/related.
 */
const leastScore = 0.05
/** The same where they share none of the terms that the post is about most. */
const leastWithoutTerm = 0.08
/** As if posts of one source were so much more alike, and more within days: of equally alike ones readers preferred them. */
const bonusOfSource = 0.02
const bonusOfDays = 0.015
/** So many posts of one address are looked at. */
const mostOfAddress = 48

interface Ranked {
  ordinal: number
  score: number
  tie: Tie
}

/** What is known of all posts while they are compared. */
interface Compared {
  posts: readonly OrderedPost[]
  texts: NearTexts
  /** The number of each post's source. */
  sources: Uint32Array
  /** Posts by their address, of addresses that several posts have. */
  sharing: ReadonlyMap<number, number[]>
  /** Opened with the post that is compared. */
  shared: SharedTopics
}

/**
 * Finds for each post up to six others: of the same address, with the same words, or about the same. Work and memory
 * grow with the posts alone: each word leads to a bounded number of them.
 */
export function findRelated(
  posts: readonly OrderedPost[],
  {
    words,
    sources,
    shared,
  }: {
    words: PostWords
    sources: { groupOf: Uint32Array; groups: number }
    shared: SharedTopics
  },
): RelatedColumns {
  const columns = makeRelatedColumns(posts.length)
  const sharing = groupAddresses(posts)
  const texts = new NearTexts(posts)
  const compared: Compared = { posts, texts, sources: sources.groupOf, sharing, shared }
  const keep = (ordinal: number, others: readonly Likeness[]) => {
    shared.open(ordinal)
    const chosen = choose(rank(ordinal, others, compared), compared)
    for (const [at, { ordinal: other, tie }] of chosen.entries()) {
      const entry = ordinal * relatedPerPost + at
      columns.ordinals[entry] = other + 1
      columns.ties[entry] = ties.indexOf(tie)
      for (const [of, place] of shared.list(other).slice(0, reasonsPerPost).entries()) {
        columns.reasons[entry * reasonsPerPost + of] = place
      }
    }
  }
  visitAlike(words, sources, keep)
  // Without words of its own a post may still share its address.
  for (const group of sharing.values()) {
    for (const ordinal of group) {
      if (columns.ordinals[ordinal * relatedPerPost] === 0) keep(ordinal, [])
    }
  }
  return columns
}

/** The posts of each address that several have, newest versions only. */
function groupAddresses(posts: readonly OrderedPost[]): Map<number, number[]> {
  const hashes = Float64Array.from(posts, ({ cached, supersededBy }) =>
    supersededBy === undefined ? (cached.urlHash ?? NaN) : NaN,
  )
  const repeated = findRepeated(hashes)
  const groups = new Map<number, number[]>()
  for (const [ordinal, hash] of hashes.entries()) {
    if (!repeated.has(hash)) continue
    const group = groups.get(hash)
    if (group === undefined) groups.set(hash, [ordinal])
    else group.push(ordinal)
  }
  return groups
}

function rank(
  ordinal: number,
  others: readonly Likeness[],
  { posts, texts, sharing, shared }: Compared,
): Ranked[] {
  const post = posts[ordinal]
  if (post === undefined) return []
  const best: Ranked[] = []
  for (const { ordinal: other, likeness, isSameSource } of others) {
    const isNear = texts.areNear(ordinal, other)
    const days = toDays(post.instant, posts[other]?.instant)
    const bonus = isSameSource ? bonusOfSource + bonusOfDays * 2 ** (-days / 30) : 0
    const alike = likeness + bonus
    if (!isNear && alike < leastWithoutTerm) {
      if (alike < leastScore || !shared.isSharedBy(other)) continue
    }
    const near = 1 + 0.25 * 2 ** (-days / 7) + 0.25 * 2 ** (-days / 120)
    const score = alike * near * (isNear ? 2 : 1)
    best.push({ ordinal: other, score, tie: isNear ? 'text' : 'none' })
  }
  const same = sharing.get(post.cached.urlHash ?? NaN) ?? []
  for (const other of same.slice(0, mostOfAddress)) {
    if (other === ordinal) continue
    const known = best.find((each) => each.ordinal === other)
    if (known === undefined) best.push({ ordinal: other, score: Infinity, tie: 'address' })
    else Object.assign(known, { tie: 'address', score: Infinity })
  }
  return best.toSorted(compareRanked)
}

function compareRanked(a: Ranked, b: Ranked): number {
  return a.score === b.score ? a.ordinal - b.ordinal : b.score - a.score
}

function toDays(one: number, other = NaN): number {
  const days = Math.abs(one - other) / 86_400_000
  return Number.isFinite(days) ? days : 3_650
}

/** How much a candidate loses for each that was taken of its source. */
const lossOfSource = 0.97

/** Takes the best, spread over sources, and of texts that are nearly the same only the best. */
function choose(ranked: Ranked[], { posts, texts, sources }: Compared): Ranked[] {
  const taken: Ranked[] = []
  const left = [...ranked]
  const takenOf = new Map<number, number>()
  while (taken.length < relatedPerPost && left.length > 0) {
    let best = 0
    let bestScore = -1
    for (const [at, { ordinal: other, score }] of left.entries()) {
      // No later one is better, however it is spread.
      if (score <= bestScore) break
      const spread = score * lossOfSource ** (takenOf.get(sources[other] ?? 0) ?? 0)
      if (spread > bestScore) [best, bestScore] = [at, spread]
    }
    const [next] = left.splice(best, 1)
    if (next === undefined) break
    const title = posts[next.ordinal]?.cached.title
    const isKnown = taken.some(({ ordinal }) => {
      if (texts.areNear(next.ordinal, ordinal)) return true
      return title !== undefined && title === posts[ordinal]?.cached.title
    })
    if (isKnown) continue
    taken.push(next)
    const source = sources[next.ordinal] ?? 0
    takenOf.set(source, (takenOf.get(source) ?? 0) + 1)
  }
  return taken
}
