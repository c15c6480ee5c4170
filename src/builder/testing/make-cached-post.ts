// For tests: posts that were not read from files.
import { parsePostId, type PostId } from '#core/post/post-id.ts'
import { toAddressName } from '#builder/archive/post/address-name.ts'
import { toNameHash, toUrlHash } from '#builder/archive/post/post-hashes.ts'
import type { CachedFacts, CachedPost } from '#builder/archive/post/cached-post.ts'

/** A cached post with defaults for everything a test does not care about. */
export function makeCachedPost(
  post: Partial<Omit<CachedPost, 'row'>> & { row?: Partial<CachedFacts> } = {},
): CachedPost {
  const collection = post.collection ?? 'harbour'
  const publishedAt = post.row?.publishedAt
  const fileName = post.fileName ?? '2020-01-01-x.md'
  return {
    collection,
    file: `${collection}/_posts/${fileName}`,
    fileName,
    contentHash: '00',
    nameHash: toNameHash(collection, fileName),
    ...toAddressName({ ...post, collection, fileName }),
    urlHash: toUrlHash(post.sourceUrl),
    publishedMs: publishedAt === undefined ? undefined : Date.parse(publishedAt),
    sentences: [],
    terms: new Uint8Array(0),
    links: [],
    linksWithin: false,
    record: { start: 0, rowBytes: 0, bodyBytes: 0, openingBytes: 0, hash: '' },
    ...post,
    row: {
      tags: [],
      collection,
      kind: 'article',
      length: { count: 0, unit: 'words' },
      ...post.row,
    },
  }
}

/** Parses a post id written in a test. */
export function makePostId(text: string): PostId {
  const id = parsePostId(text)
  if (id === undefined) throw new Error(`${text} is not a post id`)
  return id
}
