import type { PostId } from '#core/post/post-id.ts'
import type { CachedPost } from '../post/cached-post.ts'
import { assignIds } from './assign-ids.ts'
import { findNamesakes } from './find-namesakes.ts'
import { findOlder } from './group-versions.ts'
import { toFormerName, type PostNames } from './post-names.ts'

/**
 * The ids that posts had in sites built before folders counted, where they are others now: an address that was published
 * keeps leading to its post.
 * @param ids the ids of now, in the order of `posts`. One of them is never a former id of another post.
 */
export function findFormerIds(
  posts: readonly CachedPost[],
  ids: readonly PostId[],
  { names, toInstant }: { names: PostNames; toInstant: (post: CachedPost) => number },
): Map<CachedPost, PostId> {
  const numbers = new Set(Array.from(names.special, (post) => toFormerName(post).number))
  const found = new Map<CachedPost, PostId>()
  if (numbers.size === 0) return found
  const places = [...posts.keys()].filter((at) => {
    const post = posts[at]
    return post !== undefined && numbers.has(toFormerName(post).number)
  })
  const concerned = places.flatMap((at) => posts[at] ?? [])
  const older = findOlder(findNamesakes(concerned, toFormerName), toInstant)
  const former = assignIds(concerned, { toName: toFormerName, older })
  const taken = new Set(ids)
  for (const [turn, at] of places.entries()) {
    const [post, id] = [posts[at], former[turn]]
    if (post === undefined || id === undefined || taken.has(id)) continue
    found.set(post, id)
  }
  return found
}
