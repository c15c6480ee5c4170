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
 * Versions of one post stand together, newest first: same collection and file name, or exactly the same source url.
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
  return [...groups.values()].map((group) => group.toSorted(compareNewest))
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
