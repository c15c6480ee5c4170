import { createHash } from 'node:crypto'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import type { RelatedPosts } from '#builder/archive/related/related-posts.ts'

/**
 * Cache key of a stretch's shards, packs, pages and source files: equal keys mean equal files. `parts` is what the keys of
 * the outputs say that are written with it.
 */
export function toStretchKey(
  firstOrdinal: number,
  posts: OrderedPost[],
  { parts, related }: { parts: string; related: Pick<RelatedPosts, 'keyOf'> },
): string {
  let text = `${firstOrdinal}\n${parts}\n`
  for (const [at, post] of posts.entries()) {
    const { id, cached, versions, supersededBy, formerId, translations, recurring, targets } = post
    text += `${id} ${cached.record.hash} ${recurring} ${supersededBy ?? ''} ${formerId ?? ''}\n`
    if (versions !== undefined) text += JSON.stringify(versions)
    if (translations !== undefined) text += JSON.stringify(translations)
    const more = related.keyOf(firstOrdinal + at)
    if (more !== '') text += `related ${more}\n`
    if (targets !== undefined) text += `links ${JSON.stringify(targets)}`
  }
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
