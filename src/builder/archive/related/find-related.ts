import type { OrderedPost } from '../order/order-posts.ts'
import { findRepeated } from '../order/find-repeated.ts'
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
/** Texts whose fingerprints differ in so few bits are nearly the same: see `find-same-texts.ts`. */
const mostDifferentBits = 8
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
  const compared: Compared = { posts, sources: sources.groupOf, sharing, shared }
  const keep = (ordinal: number, others: readonly Likeness[]) => {
    shared.open(ordinal)
    const chosen = choose(rank(ordinal, others, compared), ordinal, compared)
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
  { posts, sharing, shared }: Compared,
): Ranked[] {
  const post = posts[ordinal]
  if (post === undefined) return []
  const best: Ranked[] = []
  for (const { ordinal: other, likeness, isSameSource } of others) {
    const cached = posts[other]?.cached
    if (cached === undefined) continue
    const isNear = areNear(post.cached, cached)
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
function choose(ranked: Ranked[], ordinal: number, { posts, sources }: Compared): Ranked[] {
  const taken: Ranked[] = []
  const left = [...ranked]
  const takenOf = new Map<number, number>()
  const own = posts[ordinal]?.cached
  while (taken.length < relatedPerPost && left.length > 0) {
    let best = 0
    let bestScore = -1
    for (const [at, { ordinal: other, score }] of left.entries()) {
      const spread = score * lossOfSource ** (takenOf.get(sources[other] ?? 0) ?? 0)
      if (spread > bestScore) [best, bestScore] = [at, spread]
    }
    const [next] = left.splice(best, 1)
    if (next === undefined) break
    const cached = posts[next.ordinal]?.cached
    if (cached === undefined || own === undefined) continue
    const isKnown = taken.some((each) => {
      const other = posts[each.ordinal]?.cached
      return other !== undefined && areAlike(cached, other)
    })
    if (isKnown) continue
    taken.push(next)
    const source = sources[next.ordinal] ?? 0
    takenOf.set(source, (takenOf.get(source) ?? 0) + 1)
  }
  return taken
}

type Cached = OrderedPost['cached']

function areAlike(one: Cached, other: Cached): boolean {
  return areNear(one, other) || (one.title !== undefined && one.title === other.title)
}

function areNear(
  { fingerprint: one }: Pick<Cached, 'fingerprint'>,
  { fingerprint: other }: Pick<Cached, 'fingerprint'>,
): boolean {
  if (one === undefined || other === undefined) return false
  return countBits(one.low ^ other.low) + countBits(one.high ^ other.high) <= mostDifferentBits
}

function countBits(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}
