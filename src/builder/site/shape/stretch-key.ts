import { createHash } from 'node:crypto'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'

/** Cache key of a stretch's shards, packs and pages: equal keys mean equal files. */
export function toStretchKey(firstOrdinal: number, posts: OrderedPost[], pages: string): string {
  let text = `${firstOrdinal}\n${pages}\n`
  for (const post of posts) {
    const { id, cached, versions, supersededBy, formerId, translations, recurring, targets } = post
    text += `${id} ${cached.record.hash} ${recurring} ${supersededBy ?? ''} ${formerId ?? ''}\n`
    if (versions !== undefined) text += JSON.stringify(versions)
    if (translations !== undefined) text += JSON.stringify(translations)
    if (targets !== undefined) text += `links ${JSON.stringify(targets)}`
  }
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
