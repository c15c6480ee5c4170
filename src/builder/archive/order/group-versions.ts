import type { CachedPost } from '../post/cached-post.ts'
import { comparePlaces } from './find-copies.ts'

/** A post with the instant it is sorted by. */
export interface TimedPost {
  post: CachedPost
  /** Milliseconds; `-Infinity` when undated. */
  instant: number
}

/** Newest publication first; of equals the live post before the archived one, then by path. */
export function compareNewest(a: TimedPost, b: TimedPost): number {
  // Not a subtraction: two undated posts would give NaN.
  if (a.instant !== b.instant) return a.instant < b.instant ? 1 : -1
  return comparePlaces(a.post, b.post)
}

/** What can make posts versions of one another, the surest first. */
export const versionTies = ['name', 'address', 'text'] as const
export type VersionTie = (typeof versionTies)[number]

/** Posts in groups of versions. */
export interface JoinedVersions {
  /** Newest first (but a stub never leads). */
  groups: CachedPost[][]
  /** How many older versions each tie found that no surer one had. */
  found: Record<VersionTie, number>
}

/**
 * Joins groups that share a member, and follows that through: when A shares its name with B and B its address with C, all three
 * are versions of one post.
 */
export function joinVersions(
  ties: Readonly<Record<VersionTie, readonly CachedPost[][]>>,
  toInstant: (post: CachedPost) => number,
): JoinedVersions {
  const leaders = new Map<CachedPost, CachedPost>()
  const found = { name: 0, address: 0, text: 0 }
  for (const tie of versionTies) {
    for (const group of ties[tie]) found[tie] += joinGroup(leaders, group)
  }
  return { groups: listGroups(leaders, toInstant), found }
}

/** Joins the members of a group; gives how many joins that took: each makes one more post an older version. */
function joinGroup(leaders: Map<CachedPost, CachedPost>, group: CachedPost[]): number {
  const [first] = group
  if (first === undefined) return 0
  let joins = 0
  for (const post of group) {
    const [leader, other] = [findLeader(leaders, first), findLeader(leaders, post)]
    if (leader !== other) joins++
    leaders.set(other, leader)
  }
  return joins
}

function listGroups(
  leaders: Map<CachedPost, CachedPost>,
  toInstant: (post: CachedPost) => number,
): CachedPost[][] {
  const joined = new Map<CachedPost, TimedPost[]>()
  for (const post of leaders.keys()) {
    const leader = findLeader(leaders, post)
    const timed = { post, instant: toInstant(post) }
    const members = joined.get(leader)
    if (members === undefined) joined.set(leader, [timed])
    else members.push(timed)
  }
  // A post tied to nothing but its own copy has no versions.
  const groups = [...joined.values()].filter(({ length }) => length > 1)
  return groups.map((members) =>
    leadWithText(members.toSorted(compareNewest).map(({ post }) => post)),
  )
}

/** A version with less than this part of the longest one's text is a stub: the source lost the article, or hid it. */
const stubShare = 0.1

/** Puts the newest version that still has its text first: a later stub must not hide the article. */
function leadWithText(newestFirst: CachedPost[]): CachedPost[] {
  const lengths = newestFirst.map(({ row }) => row.length.count)
  // Not with all of them as arguments: a careless source may give one address to very many posts.
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0)
  const lead = newestFirst[lengths.findIndex((length) => length >= longest * stubShare)]
  return lead === undefined
    ? newestFirst
    : [lead, ...newestFirst.filter((version) => version !== lead)]
}

function findLeader(leaders: Map<CachedPost, CachedPost>, start: CachedPost): CachedPost {
  let at = start
  for (;;) {
    const leader = leaders.get(at)
    if (leader === undefined || leader === at) return at
    // Halving the path keeps long chains short for the next search.
    const next = leaders.get(leader) ?? leader
    leaders.set(at, next)
    at = next
  }
}
