import { compareText } from '../order/compare.ts'
import type { DraftPost } from '../ingest/draft-post.ts'
import { leastShared, toSharedPart, toTriples, type TextTriples } from './compare-texts.ts'
import { mayBeVersions, toTitleFacts, type TitleFacts } from './may-be-versions.ts'
import { visitNearPrints } from './near-prints.ts'
import type { TextPrint } from './text-print.ts'

/** Gives the text of a post. */
export type ReadText = (draft: DraftPost) => Promise<string>

/** A draft that can be told by its text. */
interface PrintedDraft {
  draft: DraftPost
  print: TextPrint
}

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
  const printed = drafts.flatMap((draft): PrintedDraft[] => {
    const { print } = draft
    return print === undefined ? [] : [{ draft, print }]
  })
  sortPrinted(printed)
  const pairs: DraftPost[][] = []
  const leaders = findLeaders(printed, pairs)
  const areNear = makeComparison(readText)
  for (const [a, b] of listNear(leaders)) {
    const [one, other] = [leaders[a]?.draft, leaders[b]?.draft]
    if (one === undefined || other === undefined || areTied(one, other)) continue
    const mayBe = mayBeVersions(toTitleFacts(one), toTitleFacts(other))
    if (mayBe && (await areNear(one, other))) pairs.push([one, other])
  }
  return pairs
}

/** Whether two posts are versions of one anyway: then their texts need not be read. */
function areTied(a: DraftPost, b: DraftPost): boolean {
  return a.nameHash === b.nameHash || (a.urlHash !== undefined && a.urlHash === b.urlHash)
}

/** So many prints can be told apart by one number that holds half a print and a place: numbers have 53 bits. */
const mostForNumbers = 2 ** 21

/** Sorts by the halves of the prints first, as plain numbers: that is many times as fast as comparing a million posts with each other. */
function sortPrinted(printed: PrintedDraft[]): void {
  if (printed.length > mostForNumbers) {
    printed.sort(comparePrinted)
    return
  }
  const keys = new Float64Array(printed.length)
  for (const [at, { print }] of printed.entries()) keys[at] = print.high * printed.length + at
  keys.sort()
  const given = [...printed]
  for (const [to, key] of keys.entries()) {
    const item = given[key % given.length]
    if (item !== undefined) printed[to] = item
  }
  sortEqualHalves(printed)
}

/** Sorts runs of posts with the same half of a print; nearly all stand alone. */
function sortEqualHalves(printed: PrintedDraft[]): void {
  for (let start = 0; start < printed.length;) {
    const half = printed[start]?.print.high
    let end = start + 1
    while (end < printed.length && printed[end]?.print.high === half) end++
    if (end - start > 1) {
      for (const [at, item] of printed.slice(start, end).toSorted(comparePrinted).entries()) {
        printed[start + at] = item
      }
    }
    start = end
  }
}

/** The same order whichever way the files came in. */
function comparePrinted(a: PrintedDraft, b: PrintedDraft): number {
  return (
    a.print.high - b.print.high ||
    a.print.low - b.print.low ||
    a.print.exact - b.print.exact ||
    compareText(a.draft.file, b.draft.file)
  )
}

/** Pairs each post with the first one of the same text that it may be a version of; gives those without one. */
function findLeaders(printed: readonly PrintedDraft[], pairs: DraftPost[][]): PrintedDraft[] {
  const leaders: PrintedDraft[] = []
  let group: { item: PrintedDraft; facts: TitleFacts }[] = []
  for (const [at, item] of printed.entries()) {
    const isFirst = !isSamePrint(printed[at - 1]?.print, item.print)
    if (isFirst) group = []
    // Nearly all texts are alone: their titles are not looked at.
    if (isFirst && !isSamePrint(printed[at + 1]?.print, item.print)) {
      leaders.push(item)
      continue
    }
    const facts = toTitleFacts(item.draft)
    const leader = group.find((other) => mayBeVersions(other.facts, facts))?.item
    if (leader !== undefined) pairs.push([leader.draft, item.draft])
    else {
      leaders.push(item)
      if (group.length < mostLeaders) group.push({ item, facts })
    }
  }
  return leaders
}

function isSamePrint(a: TextPrint | undefined, b: TextPrint): boolean {
  return a !== undefined && a.exact === b.exact && a.low === b.low && a.high === b.high
}

/** Places of near prints, sorted; equal texts are not among them. */
function listNear(leaders: readonly PrintedDraft[]): [number, number][] {
  const pairs: [number, number][] = []
  const prints = leaders.map(({ print }) => print)
  const counts = new Uint8Array(prints.length)
  visitNearPrints(prints, (a, b) => {
    const [countA = 0, countB = 0] = [counts[a], counts[b]]
    if (Math.max(countA, countB) >= mostNear || prints[a]?.exact === prints[b]?.exact) return
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
