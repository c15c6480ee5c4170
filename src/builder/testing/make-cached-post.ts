// For tests: posts and posts without reading files.
import { parsePostId, type PostId } from '#core/post-id.ts'
import { toAddressName } from '#builder/archive/post/address-name.ts'
import { toNameHash, toUrlHash } from '#builder/archive/post/post-hashes.ts'
import type { CachedFacts, CachedPost } from '#builder/archive/post/cached-post.ts'

/** A cached post with everything that a test does not care about filled in. */
export function makeCachedPost(
  cached: Partial<Omit<CachedPost, 'row'>> & { row?: Partial<CachedFacts> } = {},
): CachedPost {
  const collection = cached.collection ?? 'harbour'
  const publishedAt = cached.row?.publishedAt
  const fileName = cached.fileName ?? '2020-01-01-x.md'
  return {
    collection,
    file: `${collection}/_posts/${fileName}`,
    fileName,
    contentHash: '00',
    nameHash: toNameHash(collection, fileName),
    ...toAddressName({ ...cached, collection, fileName }),
    urlHash: toUrlHash(cached.sourceUrl),
    publishedMs: publishedAt === undefined ? undefined : Date.parse(publishedAt),
    record: { start: 0, rowBytes: 0, bodyBytes: 0, hash: '' },
    ...cached,
    row: {
      tags: [],
      collection,
      kind: 'article',
      length: { count: 0, unit: 'words' },
      ...cached.row,
    },
  }
}

/** An id a test has written out. */
export function makePostId(text: string): PostId {
  const id = parsePostId(text)
  if (id === undefined) throw new Error(`${text} is no post id`)
  return id
}
