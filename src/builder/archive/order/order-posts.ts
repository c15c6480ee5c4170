import type { PostId } from '#core/post/post-id.ts'
import type { PostVersion } from '#core/post/post.ts'
import type { CachedPost } from '../post/cached-post.ts'
import { assignIds } from './assign-ids.ts'
import { compareText } from '#builder/ground/text/compare.ts'
import { findCopies, type Copy } from './find-copies.ts'
import { findFormerIds } from './former-ids.ts'
import { findNamesakes } from './find-namesakes.ts'
import { findTranslations, type PostTranslation } from './find-translations.ts'
import { findOlder, joinVersions, type JoinedVersions } from './group-versions.ts'
import { PostNames, type PostPlaces } from './post-names.ts'
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
  /** The posts that its links lead to, by the numbers in `cached.links`; absent when there are none. */
  targets?: [number: number, post: PostId][] | undefined
  /** The id it had in sites of older versions of the program; absent where that is the same, or another post's now. */
  formerId?: PostId | undefined
  /** The same post in other languages, by language; absent when there are none. */
  translations?: PostTranslation[] | undefined
}

/** Posts by ordinal, and the files that are mere copies. */
export interface PostOrder {
  posts: OrderedPost[]
  copies: Copy[]
  /** How many older versions each tie found. */
  versionsBy: JoinedVersions['found']
}

/** What is known of posts beside themselves. */
export interface PostRelations {
  /** Groups of posts that share an address and are alike, see `find-same-articles.ts`. */
  sameArticles?: readonly CachedPost[][]
  /** Groups of posts with near-duplicate texts, see `find-same-texts.ts`. */
  sameTexts?: readonly CachedPost[][]
  /** What their folders say. */
  places?: PostPlaces
}

/**
 * Assigns every post its id, versions and ordinal: undated posts first, then by instant, then by id. A year alone comes
 * before its first day, and so does a month.
 */
export function orderPosts(
  cachedPosts: CachedPost[],
  timeZone: string,
  { sameArticles = [], sameTexts = [], places = new Map() }: PostRelations = {},
): PostOrder {
  const toInstant = ({ publishedMs, row }: CachedPost): number =>
    publishedMs ?? toSortInstant(row, timeZone)
  const names = new PostNames(cachedPosts, places)
  const toName = (post: CachedPost) => names.of(post)
  const sharing = findNamesakes(cachedPosts, toName)
  const { copies, copied } = findCopies(sharing)
  const kept = copied.size === 0 ? cachedPosts : cachedPosts.filter((cached) => !copied.has(cached))
  const namesakes = sharing
    .map((group) => group.filter((cached) => !copied.has(cached)))
    .filter(({ length }) => length > 1)
  const ids = assignIds(kept, { toName, older: findOlder(namesakes, toInstant) })
  const former = findFormerIds(kept, ids, { names, toInstant })
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
        formerId: former.get(cached),
      },
    ]
  })
  const toKept = (group: readonly CachedPost[]) =>
    group.map((cached) => copied.get(cached) ?? cached)
  const ties = {
    name: namesakes,
    address: sameArticles.map(toKept),
    text: sameTexts.map(toKept),
  }
  const { groups, found } = joinVersions(ties, toInstant)
  addVersions(posts, groups)
  for (const [post, translations] of findTranslations(posts, places)) {
    post.translations = translations
  }
  posts.sort((a, b) =>
    a.instant === b.instant
      ? countKnown(a) - countKnown(b) || compareText(a.id, b.id)
      : a.instant < b.instant
        ? -1
        : 1,
  )
  return { posts, copies, versionsBy: found }
}

/** Letters of the day that are known: of a year alone the fewest. */
function countKnown({ cached: { row } }: OrderedPost): number {
  return row.knownPart?.length ?? 10
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
  const { publishedAt, publishedOn, knownPart, sourceHost } = row
  return {
    id,
    ...(title === undefined ? {} : { title }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
    ...(knownPart === undefined
      ? {}
      : { timeFlags: [knownPart.length === 4 ? ('yearOnly' as const) : ('monthOnly' as const)] }),
    ...(sourceHost === undefined || !namesHost ? {} : { sourceHost }),
  }
}
