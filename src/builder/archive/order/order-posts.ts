import type { PostId } from '#core/post/post-id.ts'
import type { PostVersion } from '#core/post/post.ts'
import type { CachedPost } from '../post/cached-post.ts'
import { assignIds } from './assign-ids.ts'
import { compareText } from '#builder/ground/text/compare.ts'
import { findCopies, type Copy } from './find-copies.ts'
import { findNamesakes, findSameUrls } from './find-namesakes.ts'
import { compareNewest, joinVersions, type JoinedVersions } from './group-versions.ts'
import { toSortInstant } from './zone-time.ts'

/** A post in its order: its index in the list is its ordinal. */
export interface OrderedPost {
  cached: CachedPost
  id: PostId
  /** Milliseconds by which it is sorted; `-Infinity` when undated. */
  instant: number
  /** All versions of the post, this one included, newest first; absent when there is only one. */
  versions: PostVersion[] | undefined
  /** Id of the newest version; absent on the newest itself. */
  supersededBy: PostId | undefined
  /** A bit for each sentence of `cached.sentences` that recurs in other posts, see `mark-recurring.ts`. */
  recurring: number
}

/** Posts by ordinal, and the files that are mere copies. */
export interface PostOrder {
  posts: OrderedPost[]
  copies: Copy[]
  /** How many older versions each tie found. */
  versionsBy: JoinedVersions['found']
}

/**
 * Assigns every post its id, versions and ordinal: undated posts first, then by instant, then by id.
 * @param sameTexts groups of posts with near-duplicate texts, see `find-same-texts.ts`.
 */
export function orderPosts(
  cachedPosts: CachedPost[],
  timeZone: string,
  sameTexts: readonly CachedPost[][] = [],
): PostOrder {
  const toInstant = ({ publishedMs, row }: CachedPost): number =>
    publishedMs ?? toSortInstant(row, timeZone)
  const sharing = findNamesakes(cachedPosts)
  const { copies, copied } = findCopies(sharing)
  const kept = copied.size === 0 ? cachedPosts : cachedPosts.filter((cached) => !copied.has(cached))
  const namesakes = sharing
    .map((group) => group.filter((cached) => !copied.has(cached)))
    .filter(({ length }) => length > 1)
  const ids = assignIds(kept, findOlder(namesakes, toInstant))
  const posts = kept.flatMap((cached, at): OrderedPost[] => {
    const id = ids[at]
    if (id === undefined) return []
    return [
      {
        cached,
        id,
        instant: toInstant(cached),
        versions: undefined,
        supersededBy: undefined,
        recurring: 0,
      },
    ]
  })
  const ties = {
    name: namesakes,
    address: findSameUrls(kept),
    text: sameTexts.map((group) => group.map((cached) => copied.get(cached) ?? cached)),
  }
  const { groups, found } = joinVersions(ties, toInstant)
  addVersions(posts, groups)
  posts.sort((a, b) =>
    a.instant === b.instant ? compareText(a.id, b.id) : a.instant < b.instant ? -1 : 1,
  )
  return { posts, copies, versionsBy: found }
}

/** All posts but the newest of each name. */
function findOlder(
  namesakes: readonly CachedPost[][],
  toInstant: (cached: CachedPost) => number,
): Set<CachedPost> {
  const older = namesakes.flatMap((group) =>
    group
      .map((post) => ({ post, instant: toInstant(post) }))
      .toSorted(compareNewest)
      .slice(1),
  )
  return new Set(older.map(({ post }) => post))
}

function addVersions(posts: readonly OrderedPost[], groups: readonly CachedPost[][]): void {
  const members = new Set(groups.flat())
  const placed = new Map<CachedPost, OrderedPost>()
  for (const post of posts) if (members.has(post.cached)) placed.set(post.cached, post)
  for (const group of groups) {
    const together = group.flatMap((cached) => placed.get(cached) ?? [])
    const hosts = new Set(group.map(({ row }) => row.sourceHost))
    const versions = together.map((post) => toVersion(post, hosts.size > 1))
    for (const post of together) {
      post.versions = versions
      post.supersededBy = post === together[0] ? undefined : together[0]?.id
    }
  }
}

function toVersion({ id, cached: { title, row } }: OrderedPost, namesHost: boolean): PostVersion {
  const { publishedAt, publishedOn, sourceHost } = row
  return {
    id,
    ...(title === undefined ? {} : { title }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
    ...(sourceHost === undefined || !namesHost ? {} : { sourceHost }),
  }
}
