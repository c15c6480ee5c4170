// For tests: drafts and posts without reading files.
import { parsePostId, type PostId } from '#core/post-id.ts'
import { toAddressName } from '#builder/archive/post/address-name.ts'
import { toNameHash, toUrlHash } from '#builder/archive/post/post-hashes.ts'
import type { DraftFacts, DraftPost } from '#builder/archive/post/draft-post.ts'

/** A draft with everything that a test does not care about filled in. */
export function makeDraft(
  draft: Partial<Omit<DraftPost, 'row'>> & { row?: Partial<DraftFacts> } = {},
): DraftPost {
  const collection = draft.collection ?? 'harbour'
  const publishedAt = draft.row?.publishedAt
  const fileName = draft.fileName ?? '2020-01-01-x.md'
  return {
    collection,
    file: `${collection}/_posts/${fileName}`,
    fileName,
    contentHash: '00',
    nameHash: toNameHash(collection, fileName),
    ...toAddressName({ ...draft, collection, fileName }),
    urlHash: toUrlHash(draft.sourceUrl),
    publishedMs: publishedAt === undefined ? undefined : Date.parse(publishedAt),
    record: { start: 0, rowBytes: 0, bodyBytes: 0, hash: '' },
    ...draft,
    row: {
      tags: [],
      collection,
      kind: 'article',
      length: { count: 0, unit: 'words' },
      ...draft.row,
    },
  }
}

/** An id a test has written out. */
export function makePostId(text: string): PostId {
  const id = parsePostId(text)
  if (id === undefined) throw new Error(`${text} is no post id`)
  return id
}
