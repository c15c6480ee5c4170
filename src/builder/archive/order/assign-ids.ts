import { toPostId, type PostId } from '#core/post/post-id.ts'
import type { CachedPost } from '../post/cached-post.ts'
import type { PostName } from './post-names.ts'
import { findRepeated } from './find-repeated.ts'
import { toIdText, toTextNumber } from '../post/post-hashes.ts'
import { makeUtcDays } from './zone-time.ts'

/** What ids are made from. */
export interface NamedPosts {
  toName: (post: CachedPost) => PostName
  /** Posts for which there is a newer one of the same name. */
  older: ReadonlySet<CachedPost>
}

/**
 * Assigns every post its id. The newest post of a name gets the plain id, which is therefore stable when the file moves
 * or is replaced; older posts of the same name hash their bytes as well.
 */
export function assignIds(posts: readonly CachedPost[], { toName, older }: NamedPosts): PostId[] {
  const toUtcDay = makeUtcDays()
  const toDay = ({ publishedMs, row }: CachedPost): string | undefined =>
    publishedMs === undefined ? row.publishedOn : toUtcDay(publishedMs)
  const numbers = new Float64Array(posts.length)
  const ids: PostId[] = []
  for (const [at, post] of posts.entries()) {
    const name = toName(post)
    const number = older.has(post) ? toTextNumber(toOlderText(name, post)) : name.number
    numbers[at] = number
    ids.push(toPostId(toDay(post), toIdText(number)))
  }
  return areAllFree(ids, numbers) ? ids : assignFreeIds(posts, { toName, older, toDay })
}

/** Equal ids have equal numbers: nearly always no number repeats, and then no ids need comparing. */
function areAllFree(ids: readonly PostId[], numbers: Float64Array): boolean {
  const repeated = findRepeated(numbers)
  if (repeated.size === 0) return true
  const suspects = ids.filter((_, at) => repeated.has(numbers[at] ?? NaN))
  return new Set(suspects).size === suspects.length
}

// 40 bits a day: ids collide about once in a hundred thousand archives of a million posts, and even then must be
// unique.
function assignFreeIds(
  posts: readonly CachedPost[],
  { toName, older, toDay }: NamedPosts & { toDay: (post: CachedPost) => string | undefined },
): PostId[] {
  const taken = new Set<PostId>()
  const assign = (post: CachedPost): PostId => {
    const isOlder = older.has(post)
    const name = toName(post)
    const text = isOlder ? toOlderText(name, post) : name.text
    const toId = (number: number) => toPostId(toDay(post), toIdText(number))
    let id = toId(isOlder ? toTextNumber(text) : name.number)
    for (let turn = 2; taken.has(id); turn++) id = toId(toTextNumber(`${text}\n${turn}`))
    taken.add(id)
    return id
  }
  // Plain ids are assigned first, so they are stable when older versions come and go.
  const plain = posts.map((post) => (older.has(post) ? undefined : assign(post)))
  return posts.map((post, at) => plain[at] ?? assign(post))
}

function toOlderText({ text }: PostName, { contentHash }: CachedPost): string {
  return `${text}\n${contentHash}`
}
