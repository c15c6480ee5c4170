import { createHash } from 'node:crypto'
import type { OrderedPost } from '../order/order-posts.ts'

/** Stands for all bytes of a stretch's shards and packs: equal keys, equal files. */
export function toStretchKey(firstOrdinal: number, posts: OrderedPost[], pages: string): string {
  const hash = createHash('sha256').update(`${firstOrdinal}\n${pages}\n`)
  for (const { id, draft, versions, supersededBy } of posts) {
    hash.update(`${id} ${draft.record.hash} ${supersededBy ?? ''}\n`)
    if (versions !== undefined) hash.update(JSON.stringify(versions))
  }
  return hash.digest('base64url').slice(0, 22)
}
