import type { LongRead } from '#contract/opening-file.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import { toReadingMinutes } from '#core/text/reading-time.ts'

/** Newer posts among which long ones are looked for. */
const newerPosts = 1_000
/** Minutes from which an article is long. */
const leastMinutes = 10
const mostReads = 4
/** Longest title, in code points. */
const mostTitle = 120

/** What is known of a post that may be a long read. */
export type ReadFacts = Pick<PostSummary, 'id' | 'title'> & {
  row: Pick<PostSummary, 'kind' | 'length' | 'language' | 'author'>
}

/**
 * The longest articles among the first 1,000 posts, the longest first: at most four, of ten minutes or more, one an
 * author. Without a title an article is not named. `posts` are the newest versions, the newest post first.
 */
export function findLongest(posts: Iterable<ReadFacts>): LongRead[] {
  const found: (LongRead & { author: string | undefined })[] = []
  let seen = 0
  for (const { id, title, row } of posts) {
    if (seen === newerPosts) break
    seen++
    const minutes = row.kind === 'article' ? (toReadingMinutes(row.length) ?? 0) : 0
    if (minutes < leastMinutes || title === undefined) continue
    const { language, author } = row
    found.push({ id, title: cut(title), ...(language && { language }), minutes, author })
  }
  found.sort((a, b) => b.minutes - a.minutes || (a.id < b.id ? 1 : -1))
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
