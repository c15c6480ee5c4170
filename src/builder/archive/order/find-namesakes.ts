import { toSourceUrlKey } from '#core/address/source-url.ts'
import type { CachedPost } from '../post/cached-post.ts'
import type { PostName } from './post-names.ts'
import { findRepeated } from './find-repeated.ts'

/** Groups of two or more posts with the same name, in the given order. */
export function findNamesakes(
  posts: readonly CachedPost[],
  toName: (post: CachedPost) => PostName,
): CachedPost[][] {
  return groupEqual(
    posts,
    (post) => toName(post).number,
    (a, b) => toName(a).text === toName(b).text,
  )
}

/** Groups of two or more posts with the same source URL, where that identifies an article. */
export function findSameUrls(posts: readonly CachedPost[]): CachedPost[][] {
  return groupEqual(
    posts,
    ({ urlHash }) => urlHash,
    // Identical texts need no parsing.
    (a, b) => a.sourceUrl === b.sourceUrl || toKey(a) === toKey(b),
  )
}

function toKey({ sourceUrl }: CachedPost): string | undefined {
  return sourceUrl === undefined ? undefined : toSourceUrlKey(sourceUrl)
}

/** Nearly all posts are unique, so texts are compared only where hashes are equal. */
function groupEqual(
  posts: readonly CachedPost[],
  toHash: (post: CachedPost) => number | undefined,
  isEqual: (a: CachedPost, b: CachedPost) => boolean,
): CachedPost[][] {
  const hashes = new Float64Array(posts.length)
  for (const [at, post] of posts.entries()) hashes[at] = toHash(post) ?? NaN
  const repeated = findRepeated(hashes)
  if (repeated.size === 0) return []
  const shared = new Map<number, CachedPost[]>()
  for (const [at, post] of posts.entries()) {
    const hash = hashes[at] ?? NaN
    if (!repeated.has(hash)) continue
    const group = shared.get(hash)
    if (group === undefined) shared.set(hash, [post])
    else group.push(post)
  }
  return [...shared.values()].flatMap((group) => partEqual(group, isEqual))
}

/** Splits posts with one hash into groups that are really equal; drops groups of one. */
function partEqual(
  group: CachedPost[],
  isEqual: (a: CachedPost, b: CachedPost) => boolean,
): CachedPost[][] {
  const parts: CachedPost[][] = []
  for (const post of group) {
    const part = parts.find(([first]) => first !== undefined && isEqual(first, post))
    if (part === undefined) parts.push([post])
    else part.push(post)
  }
  return parts.filter(({ length }) => length > 1)
}
