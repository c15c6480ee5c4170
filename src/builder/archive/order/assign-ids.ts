import { toPostId, type PostId } from '#core/post-id.ts'
import type { CachedPost } from '../post/cached-post.ts'
import { findRepeated } from './find-repeated.ts'
import { toIdText, toTextNumber } from '../post/post-hashes.ts'
import { makeUtcDays } from './zone-time.ts'

/**
 * Gives every post its id. The newest of a file name has the plain one, which therefore stays when
 * the file moves or is replaced; older ones of the same name add the hash of their bytes.
 * @param older those of which there is a newer one of the same name.
 */
export function assignIds(posts: readonly CachedPost[], older: ReadonlySet<CachedPost>): PostId[] {
  const toUtcDay = makeUtcDays()
  const toDay = ({ publishedMs, row }: CachedPost): string | undefined =>
    publishedMs === undefined ? row.publishedOn : toUtcDay(publishedMs)
  const numbers = new Float64Array(posts.length)
  const ids: PostId[] = []
  for (const [at, post] of posts.entries()) {
    const number = older.has(post) ? toTextNumber(toOlderName(post)) : post.nameHash
    numbers[at] = number
    ids.push(toPostId(toDay(post), toIdText(number)))
  }
  return areAllFree(ids, numbers) ? ids : assignFreeIds(posts, { older, toDay })
}

/** Equal ids have equal numbers: where no number is found twice, which is nearly always, no id is looked at. */
function areAllFree(ids: readonly PostId[], numbers: Float64Array): boolean {
  const repeated = findRepeated(numbers)
  if (repeated.size === 0) return true
  const suspects = ids.filter((_, at) => repeated.has(numbers[at] ?? NaN))
  return new Set(suspects).size === suspects.length
}

// 40 bits a day: two posts meet about once in a hundred thousand archives of a million posts, and then this must still end well.
function assignFreeIds(
  posts: readonly CachedPost[],
  {
    older,
    toDay,
  }: { older: ReadonlySet<CachedPost>; toDay: (post: CachedPost) => string | undefined },
): PostId[] {
  const taken = new Set<PostId>()
  const assign = (post: CachedPost): PostId => {
    const isOlder = older.has(post)
    const name = isOlder ? toOlderName(post) : toName(post)
    const toId = (number: number) => toPostId(toDay(post), toIdText(number))
    let id = toId(isOlder ? toTextNumber(name) : post.nameHash)
    for (let turn = 2; taken.has(id); turn++) id = toId(toTextNumber(`${name}\n${turn}`))
    taken.add(id)
    return id
  }
  // Plain ids come first: they stay when older versions come and go.
  const plain = posts.map((post) => (older.has(post) ? undefined : assign(post)))
  return posts.map((post, at) => plain[at] ?? assign(post))
}

function toName({ collection, fileName }: CachedPost): string {
  return `${collection}\n${fileName}`
}

function toOlderName(post: CachedPost): string {
  return `${toName(post)}\n${post.contentHash}`
}
