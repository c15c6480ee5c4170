import type { OrderedPost } from '../order/order-posts.ts'
import { findRepeated } from '../order/find-repeated.ts'
import { numberNames } from '../recurrence/group-windows.ts'
import { Candidates } from './gather-candidates.ts'
import {
  makeRelatedColumns,
  reasonsPerPost,
  relatedPerPost,
  ties,
  type RelatedColumns,
  type Tie,
} from './related-columns.ts'
import { toPostPublisher } from './survey-terms.ts'
import type { TopicLists } from './topic-lists.ts'

/**
 * Less than this, and two posts only happen to share a word: what two readers found useful of 502 offered posts of 6,003,
 * see bench/related. Evidence grows with the logarithm of the posts, and so do these.
 */
const leastEvidence = 3.5
/** The same where they share a single one, and where one source has both. */
const leastOfOne = 5.5
const leastOfOneSource = 5
const leastLikeness = 0.15
/** Binary logarithm of the posts that these are of. */
const judgedSize = 13
/** Texts whose fingerprints differ in so few bits are nearly the same: see `find-same-texts.ts`. */
const mostDifferentBits = 8
/** Of so many best candidates the rest is not asked. */
const mostRanked = 48

interface Ranked {
  ordinal: number
  score: number
  tie: Tie
}

/** What is known of all posts while they are compared. */
interface Compared {
  posts: readonly OrderedPost[]
  candidates: Candidates
  /** The number of each post's source. */
  sources: Uint32Array
  /** Posts by their address, of addresses that several posts have. */
  sharing: ReadonlyMap<number, number[]>
}

/**
 * Finds for each post up to six others: of the same address, with the same words, or about the same rare terms. Work and
 * memory grow with the posts alone: each term leads to a bounded number of them.
 */
export function findRelated(posts: readonly OrderedPost[], lists: TopicLists): RelatedColumns {
  const columns = makeRelatedColumns(posts.length)
  const compared: Compared = {
    posts,
    candidates: new Candidates(lists, posts.length),
    sources: numberNames(listSources(posts), posts.length).groupOf,
    sharing: groupAddresses(posts),
  }
  for (const [ordinal, post] of posts.entries()) {
    if (post.supersededBy !== undefined) continue
    compared.candidates.gather(ordinal)
    const chosen = choose(rank(ordinal, compared), ordinal, compared)
    for (const [at, { ordinal: other, tie }] of chosen.entries()) {
      const entry = ordinal * relatedPerPost + at
      columns.ordinals[entry] = other + 1
      columns.ties[entry] = ties.indexOf(tie)
      const reasons = compared.candidates.reasons(other).slice(0, reasonsPerPost)
      for (const [of, reason] of reasons.entries()) {
        columns.reasons[entry * reasonsPerPost + of] = reason + 1
      }
    }
  }
  return columns
}

function* listSources(posts: readonly OrderedPost[]): Generator<string> {
  for (const { cached } of posts) yield toPostPublisher(cached)
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

function rank(ordinal: number, { posts, candidates, sources, sharing }: Compared): Ranked[] {
  const post = posts[ordinal]
  if (post === undefined) return []
  const ranked: Ranked[] = []
  const size = Math.ceil(Math.log2(Math.max(2, posts.length))) / judgedSize
  for (const other of candidates.ordinals) {
    const [evidence = 0, likeness = 0] = [candidates.evidence[other], candidates.likeness[other]]
    const isSame = sources[other] === sources[ordinal]
    const isOne = isPowerOfTwo(candidates.shared[other] ?? 0)
    const least = isSame ? leastOfOneSource : leastOfOne
    if (evidence < (isOne ? least : leastEvidence) * size || likeness < leastLikeness) continue
    const days = toDays(post.instant, posts[other]?.instant)
    const near = 1 + 0.5 * 2 ** (-days / 7) + 0.3 * 2 ** (-days / 120)
    ranked.push({ ordinal: other, score: evidence * (0.5 + likeness) * near, tie: 'none' })
  }
  const best = ranked.toSorted(compareRanked).slice(0, mostRanked)
  for (const each of best) {
    const cached = posts[each.ordinal]?.cached
    if (cached && areNear(post.cached, cached))
      Object.assign(each, { tie: 'text', score: each.score * 2 })
  }
  const same = sharing.get(post.cached.urlHash ?? NaN) ?? []
  for (const other of same.slice(0, mostRanked)) {
    if (other === ordinal) continue
    const known = best.find((each) => each.ordinal === other)
    if (known === undefined) best.push({ ordinal: other, score: Infinity, tie: 'address' })
    else Object.assign(known, { tie: 'address', score: Infinity })
  }
  return best.toSorted(compareRanked)
}

function isPowerOfTwo(bits: number): boolean {
  return (bits & (bits - 1)) === 0
}

function compareRanked(a: Ranked, b: Ranked): number {
  return a.score === b.score ? a.ordinal - b.ordinal : b.score - a.score
}

function toDays(one: number, other = NaN): number {
  const days = Math.abs(one - other) / 86_400_000
  return Number.isFinite(days) ? days : 3_650
}

/** How much a candidate loses for each that was taken of its source. */
const lossOfSource = 0.93

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
