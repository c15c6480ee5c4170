import type { CachedPost } from '../post/cached-post.ts'
import { comparePlaces } from './find-copies.ts'

/** A post with its sort key. */
export interface TimedPost {
  post: CachedPost
  /** Milliseconds; `-Infinity` when undated. */
  instant: number
}

/** Comparator: newest publication first; at equal times live posts before archived ones, then by path. */
export function compareNewest(a: TimedPost, b: TimedPost): number {
  // No subtraction: for two undated posts it would be NaN.
  if (a.instant !== b.instant) return a.instant < b.instant ? 1 : -1
  return comparePlaces(a.post, b.post)
}

/** All posts but the newest of each name. */
export function findOlder(
  namesakes: readonly CachedPost[][],
  toInstant: (post: CachedPost) => number,
): Set<CachedPost> {
  const older = namesakes.flatMap((group) =>
    group
      .map((post) => ({ post, instant: toInstant(post) }))
      .toSorted(compareNewest)
      .slice(1),
  )
  return new Set(older.map(({ post }) => post))
}

/** What can make posts versions of one another, the most certain first. */
export const versionTies = ['name', 'address', 'text'] as const
export type VersionTie = (typeof versionTies)[number]

/** Posts in groups of versions. */
export interface JoinedVersions {
  /** Newest first, but a stub is never first. */
  groups: CachedPost[][]
  /** How many older versions each tie found that no more certain tie had found. */
  found: Record<VersionTie, number>
}

/**
 * Joins groups that share a member, transitively (union-find): when A shares its name with B, and B its source URL with
 * C, all three are versions of one post.
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

/** Unites the members of a group; returns the number of joins, each of which makes one more post an older version. */
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
  // A post that is tied only to its own copy has no versions.
  const groups = [...joined.values()].filter(({ length }) => length > 1)
  return groups.map((members) =>
    leadWithText(members.toSorted(compareNewest).map(({ post }) => post)),
  )
}

/** A version with a smaller share of the longest version's text is a stub: the source lost the article, or hid it. */
const stubShare = 0.1

/** Moves the newest version that still has its text to the front: a later stub must not hide the article. */
function leadWithText(newestFirst: CachedPost[]): CachedPost[] {
  const lengths = newestFirst.map(({ row }) => row.length.count)
  // No spread into Math.max: a careless source may give one URL to more posts than a call takes arguments.
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
    // Path halving keeps long chains short for the next search.
    const next = leaders.get(leader) ?? leader
    leaders.set(at, next)
    at = next
  }
}
