import type { DraftPost } from '../post/draft-post.ts'
import { leastShared, toSharedPart, toTriples, type TextTriples } from './compare-texts.ts'
import { mayBeVersions, toTitleFacts, type TitleFacts } from './may-be-versions.ts'
import { visitNearPrints } from './near-prints.ts'
import { PrintedDrafts } from './printed-drafts.ts'

/** Gives the text of a post. */
export type ReadText = (draft: DraftPost) => Promise<string>

// What every bound here holds back is a form that very many posts fill in; what is left out then are links between posts that stay apart.
const mostLeaders = 8
const mostNear = 32

/**
 * Finds pairs of posts whose texts are nearly the same. Equal texts are told by their prints; where these are only near, the texts are
 * read and compared. Two articles that merely resemble each other must stay two: when in doubt, no pair.
 */
export async function findSameTexts(
  drafts: readonly DraftPost[],
  readText: ReadText,
): Promise<DraftPost[][]> {
  const printed = PrintedDrafts.sorted(drafts)
  const pairs: DraftPost[][] = []
  const leaders = findLeaders(printed, pairs)
  const areNear = makeComparison(readText)
  for (const [a, b] of listNear(leaders)) {
    const [one, other] = [leaders.draft(a), leaders.draft(b)]
    if (areTied(one, other)) continue
    const mayBe = mayBeVersions(toTitleFacts(one), toTitleFacts(other))
    if (mayBe && (await areNear(one, other))) pairs.push([one, other])
  }
  return pairs
}

/** Whether two posts are versions of one anyway: then their texts need not be read. */
function areTied(a: DraftPost, b: DraftPost): boolean {
  return a.nameHash === b.nameHash || (a.urlHash !== undefined && a.urlHash === b.urlHash)
}

/** Pairs each post with the first one of the same text that it may be a version of; gives those without one. */
function findLeaders(printed: PrintedDrafts, pairs: DraftPost[][]): PrintedDrafts {
  const leaders = new Uint32Array(printed.length)
  let length = 0
  let group: { draft: DraftPost; facts: TitleFacts }[] = []
  for (let at = 0; at < printed.length; at++) {
    const isFirst = !printed.areSame(at - 1, at)
    if (isFirst) group = []
    // Nearly all texts are alone: their titles are not looked at.
    if (isFirst && !printed.areSame(at + 1, at)) {
      leaders[length++] = at
      continue
    }
    const draft = printed.draft(at)
    const facts = toTitleFacts(draft)
    const leader = group.find((other) => mayBeVersions(other.facts, facts))
    if (leader !== undefined) pairs.push([leader.draft, draft])
    else {
      leaders[length++] = at
      if (group.length < mostLeaders) group.push({ draft, facts })
    }
  }
  return printed.select(leaders.subarray(0, length))
}

/** Places of near prints, sorted; equal texts are not among them. */
function listNear({ prints, length }: PrintedDrafts): [number, number][] {
  const pairs: [number, number][] = []
  const counts = new Uint8Array(length)
  visitNearPrints(prints, (a, b) => {
    const [countA = 0, countB = 0] = [counts[a], counts[b]]
    if (Math.max(countA, countB) >= mostNear || prints.exact[a] === prints.exact[b]) return
    counts[a] = countA + 1
    counts[b] = countB + 1
    pairs.push([a, b])
  })
  return pairs.toSorted(([a, b], [c, d]) => a - c || b - d)
}

/** Says whether two texts are nearly the same. Pairs come sorted by their first post, whose text is kept for the next one. */
function makeComparison(
  readText: ReadText,
): (one: DraftPost, other: DraftPost) => Promise<boolean> {
  let kept: { draft: DraftPost; triples: TextTriples } | undefined
  return async (one, other) => {
    if (kept?.draft !== one) kept = { draft: one, triples: toTriples(await readText(one)) }
    return toSharedPart(kept.triples, toTriples(await readText(other))) >= leastShared
  }
}
