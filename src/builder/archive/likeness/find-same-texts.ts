import type { CachedPost } from '../post/cached-post.ts'
import { leastShared, toSharedPart, toTriples, type TextTriples } from './compare-texts.ts'
import { mayBeVersions, toTitleFacts, type TitleFacts } from './may-be-versions.ts'
import { visitNearFingerprints } from './near-fingerprints.ts'
import { FingerprintedPosts } from './fingerprinted-posts.ts'

/** Reads the text of a post. */
export type TextReader = (post: CachedPost) => Promise<string>

// Both bounds guard against a form that very many posts fill in. The price is that some of those posts are not
// compared, and stay apart.
const mostLeaders = 8
const mostNear = 32

/**
 * Finds pairs of posts whose texts are near-duplicates. Equal fingerprints mean equal texts; where two fingerprints are
 * only near, the texts are read and compared. Articles that merely resemble each other must stay apart: when in doubt,
 * no pair.
 */
export async function findSameTexts(
  posts: readonly CachedPost[],
  readText: TextReader,
): Promise<CachedPost[][]> {
  const fingerprinted = FingerprintedPosts.sorted(posts)
  const pairs: CachedPost[][] = []
  const leaders = findLeaders(fingerprinted, pairs)
  const areNear = makeComparison(readText)
  for (const [a, b] of listNear(leaders)) {
    const [one, other] = [leaders.post(a), leaders.post(b)]
    const mayBe = mayBeVersions(toTitleFacts(one), toTitleFacts(other))
    if (mayBe && (await areNear(one, other))) pairs.push([one, other])
  }
  return pairs
}

/**
 * Pairs each post with the first post of the same text that it may be a version of; returns the posts without such a
 * leader.
 */
function findLeaders(fingerprinted: FingerprintedPosts, pairs: CachedPost[][]): FingerprintedPosts {
  const leaders = new Uint32Array(fingerprinted.length)
  let length = 0
  let group: { post: CachedPost; facts: TitleFacts }[] = []
  for (let at = 0; at < fingerprinted.length; at++) {
    const isFirst = !fingerprinted.areSame(at - 1, at)
    if (isFirst) group = []
    // Nearly all texts are unique: for those no title needs to be read.
    if (isFirst && !fingerprinted.areSame(at + 1, at)) {
      leaders[length++] = at
      continue
    }
    const post = fingerprinted.post(at)
    const facts = toTitleFacts(post)
    const leader = group.find((other) => mayBeVersions(other.facts, facts))
    if (leader !== undefined) pairs.push([leader.post, post])
    else {
      leaders[length++] = at
      if (group.length < mostLeaders) group.push({ post, facts })
    }
  }
  return fingerprinted.select(leaders.subarray(0, length))
}

/** Index pairs of near fingerprints, sorted, without equal texts. */
function listNear({ fingerprints, length }: FingerprintedPosts): [number, number][] {
  const pairs: [number, number][] = []
  const counts = new Uint8Array(length)
  visitNearFingerprints(fingerprints, (a, b) => {
    const [countA = 0, countB = 0] = [counts[a], counts[b]]
    if (Math.max(countA, countB) >= mostNear || fingerprints.exact[a] === fingerprints.exact[b])
      return
    counts[a] = countA + 1
    counts[b] = countB + 1
    pairs.push([a, b])
  })
  return pairs.toSorted(([a, b], [c, d]) => a - c || b - d)
}

/**
 * Compares the texts of two posts. Pairs come sorted by their first post, whose triples are therefore kept for the next
 * call.
 */
function makeComparison(
  readText: TextReader,
): (one: CachedPost, other: CachedPost) => Promise<boolean> {
  let kept: { post: CachedPost; triples: TextTriples } | undefined
  return async (one, other) => {
    if (kept?.post !== one) kept = { post: one, triples: toTriples(await readText(one)) }
    return toSharedPart(kept.triples, toTriples(await readText(other))) >= leastShared
  }
}
