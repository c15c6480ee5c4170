import type { LongRead } from '#contract/opening-file.ts'
import { toReadingMinutes } from '#core/text/reading-time.ts'
import { compareText } from '#builder/ground/text/compare.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'

/** Newer posts among which long ones are looked for. */
const newerPosts = 1_000
/** Minutes from which an article is long. */
const leastMinutes = 10
const mostReads = 4
/** Longest title, in code points. */
const mostTitle = 120

/**
 * The longest articles among the newest 1,000 posts, the longest first: at most four, of ten minutes or more, one an
 * author. Without a title an article is not named.
 */
export function findLongReads(posts: readonly OrderedPost[]): LongRead[] {
  const found: (LongRead & { author: string | undefined })[] = []
  let seen = 0
  for (let at = posts.length - 1; at >= 0 && seen < newerPosts; at--) {
    const post = posts[at]
    if (post === undefined || post.supersededBy !== undefined) continue
    seen++
    const { title, row } = post.cached
    const minutes = row.kind === 'article' ? (toReadingMinutes(row.length) ?? 0) : 0
    if (minutes < leastMinutes || title === undefined) continue
    const { language, author } = row
    found.push({ id: post.id, title: cut(title), ...(language && { language }), minutes, author })
  }
  found.sort((a, b) => b.minutes - a.minutes || compareText(b.id, a.id))
  const authors = new Set<string>()
  const reads: LongRead[] = []
  for (const { author, ...read } of found) {
    if (reads.length === mostReads) break
    if (author !== undefined && authors.has(author)) continue
    if (author !== undefined) authors.add(author)
    reads.push(read)
  }
  return reads
}

function cut(title: string): string {
  const characters = Array.from(title)
  return characters.length <= mostTitle ? title : `${characters.slice(0, mostTitle - 1).join('')}…`
}
