import type { OrderedPost } from '../order/order-posts.ts'
import { findRepeated } from '../order/find-repeated.ts'
import { toCloseness, toDays, type AlikePosts } from './alike-posts.ts'
import { NearTexts } from './near-texts.ts'
import type { SharedTopics } from './shared-topics.ts'
import {
  makeRelatedColumns,
  reasonsPerPost,
  relatedPerPost,
  ties,
  type RelatedColumns,
  type Tie,
} from './related-columns.ts'
import type { TranslatedPosts } from './translated-posts.ts'

/**
 * Log-odds that a reader finds another post useful, of 1 to 3: below it an article has few who do. What two readers each
 * said of 942 posts offered below 200 articles, see bench/related.
 */
const leastOdds = -1.3
/** So few are filled up with less likely ones that share a term: else an article leads nowhere. */
const few = 3
const leastOfFew = -2
/** Where they share none of the terms that the post is about most. */
const leastWithoutTerm = -0.9
/** What ten bits of rarity in terms that both share add, and so many bits at most. */
const ofTerms = 0.55
const mostBits = 30
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
  alike: AlikePosts
  translated: TranslatedPosts
  /** The number of each post's source. */
  sources: Uint32Array
  /** Posts by their address, of addresses that several posts have. */
  sharing: ReadonlyMap<number, number[]>
  /** Opened with the post that is compared. */
  shared: SharedTopics
}

/** Finds for each post up to six others: of the same address, with the same words, or about the same. */
export function findRelated(
  posts: readonly OrderedPost[],
  {
    alike,
    translated,
    sources,
    shared,
  }: Pick<Compared, 'alike' | 'translated' | 'sources' | 'shared'>,
): RelatedColumns {
  const columns = makeRelatedColumns(posts.length)
  const texts = new NearTexts(posts)
  const compared: Compared = {
    posts,
    texts,
    alike,
    translated,
    sources,
    sharing: groupAddresses(posts),
    shared,
  }
  for (const ordinal of posts.keys()) {
    shared.open(ordinal)
    const chosen = choose(rank(ordinal, compared), compared)
    for (const [at, { ordinal: other, tie }] of chosen.entries()) {
      const entry = ordinal * relatedPerPost + at
      columns.ordinals[entry] = other + 1
      columns.ties[entry] = ties.indexOf(tie)
      for (const [of, place] of shared.compare(other).places.slice(0, reasonsPerPost).entries()) {
        columns.reasons[entry * reasonsPerPost + of] = place
      }
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
  { posts, texts, alike, translated, sources, sharing, shared }: Compared,
): Ranked[] {
  const post = posts[ordinal]
  if (post === undefined) return []
  const best: Ranked[] = []
  for (let at = ordinal * alike.perPost; at < (ordinal + 1) * alike.perPost; at++) {
    const other = (alike.ordinals[at] ?? 0) - 1
    const found = posts[other]
    if (found === undefined) break
    const likeness = (alike.likeness[at] ?? 0) / 65_535
    const isSameSource = sources[other] === sources[ordinal]
    const closeness = toCloseness({ likeness, isSameSource }, toDays(post.instant, found.instant))
    const bits = Math.min(mostBits, shared.compare(other).bits)
    const score = closeness + (ofTerms * bits) / 10
    const isNear = texts.areNear(ordinal, other)
    if (!isNear && score < (bits > 0 ? leastOfFew : leastWithoutTerm)) continue
    best.push({ ordinal: other, score, tie: isNear ? 'text' : 'none' })
  }
  const same = sharing.get(post.cached.urlHash ?? NaN) ?? []
  for (const other of same.slice(0, mostOfAddress)) {
    if (other === ordinal || translated.isBetterElsewhere(ordinal, other)) continue
    const known = best.find((each) => each.ordinal === other)
    if (known === undefined) best.push({ ordinal: other, score: Infinity, tie: 'address' })
    else Object.assign(known, { tie: 'address', score: Infinity })
  }
  return best.toSorted(compareRanked)
}

function compareRanked(a: Ranked, b: Ranked): number {
  return a.score === b.score ? a.ordinal - b.ordinal : b.score - a.score
}

/** How much a candidate loses for each that was taken of its source. */
const lossOfSource = 0.05

/** Takes the best, spread over sources, and of texts that are nearly the same only the best. */
function choose(ranked: Ranked[], { posts, texts, sources }: Compared): Ranked[] {
  const taken: Ranked[] = []
  const left = [...ranked]
  const takenOf = new Map<number, number>()
  while (taken.length < relatedPerPost && left.length > 0) {
    let best = 0
    let bestScore = -Infinity
    for (const [at, { ordinal: other, score }] of left.entries()) {
      // No later one is better, however it is spread.
      if (score <= bestScore) break
      const spread = score - lossOfSource * (takenOf.get(sources[other] ?? 0) ?? 0)
      if (spread > bestScore) [best, bestScore] = [at, spread]
    }
    const [next] = left.splice(best, 1)
    if (next === undefined || (taken.length >= few && next.score < leastOdds)) break
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
