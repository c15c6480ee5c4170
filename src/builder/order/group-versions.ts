import type { DraftPost } from '../ingest/draft-post.ts'
import { comparePlaces } from './find-copies.ts'

/** A draft with the instant it is sorted by. */
export interface TimedDraft {
  draft: DraftPost
  /** Milliseconds; `-Infinity` when undated. */
  instant: number
}

/** Newest publication first; of equals the live post before the archived one, then by path. */
export function compareNewest(a: TimedDraft, b: TimedDraft): number {
  // Not a subtraction: two undated posts would give NaN.
  if (a.instant !== b.instant) return a.instant < b.instant ? 1 : -1
  return comparePlaces(a.draft, b.draft)
}

/**
 * Versions of one post stand together, newest first (but a stub never leads): same collection and file name, or exactly the same source url.
 * The relation is followed through: when A shares its name with B and B its address with C, all three are one post.
 */
export function groupVersions(drafts: TimedDraft[]): TimedDraft[][] {
  const leaders = drafts.map((_, at) => at)
  const firstWith = new Map<string, number>()
  for (const [at, { draft }] of drafts.entries()) {
    for (const key of versionKeys(draft)) {
      const other = firstWith.get(key)
      if (other === undefined) firstWith.set(key, at)
      else leaders[findLeader(leaders, at)] = findLeader(leaders, other)
    }
  }
  const groups = new Map<number, TimedDraft[]>()
  for (const [at, draft] of drafts.entries()) {
    const leader = findLeader(leaders, at)
    const group = groups.get(leader)
    if (group === undefined) groups.set(leader, [draft])
    else group.push(draft)
  }
  return [...groups.values()].map((group) => leadWithText(group.toSorted(compareNewest)))
}

/** A version with less than this part of the longest one's text is a stub: the source lost the article, or hid it. */
const stubShare = 0.1

/** Puts the newest version that still has its text first: a later stub must not hide the article. */
function leadWithText(newestFirst: TimedDraft[]): TimedDraft[] {
  const lengths = newestFirst.map(({ draft }) => draft.row.length.count)
  const longest = Math.max(...lengths)
  const lead = newestFirst[lengths.findIndex((length) => length >= longest * stubShare)]
  return lead === undefined
    ? newestFirst
    : [lead, ...newestFirst.filter((version) => version !== lead)]
}

function versionKeys({ collection, fileName, sourceUrl }: DraftPost): string[] {
  const keys = [`name\n${collection}\n${fileName}`]
  if (sourceUrl !== undefined && namesOnePage(sourceUrl)) keys.push(`url\n${sourceUrl}`)
  return keys
}

// A site's front page stands in the posts of careless sources; it says nothing about which article is meant.
function namesOnePage(sourceUrl: string): boolean {
  return !/^https?:\/\/[^/?#]*\/?$/.test(sourceUrl)
}

function findLeader(leaders: number[], start: number): number {
  let at = start
  for (;;) {
    const leader = leaders[at] ?? at
    if (leader === at) return at
    // Halving the path keeps long chains short for the next search.
    const next = leaders[leader] ?? leader
    leaders[at] = next
    at = next
  }
}
