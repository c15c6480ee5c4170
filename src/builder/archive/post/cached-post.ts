import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import type { AddressFields } from '#core/post.ts'
import type { AddressName } from './address-name.ts'
import type { PictureHost } from './picture-hosts.ts'
import type { TextFingerprint } from './text-fingerprint.ts'

/** What the row says before the post has its place: no id, no versions yet. */
export type CachedRow = Omit<PostSummary, 'id' | 'versions' | 'supersededBy'>

/** What the body says before the post has its place. */
export type CachedBody = Omit<ArticleBody, 'id' | 'versions'>

/** The part of a row (and of its body) that ordering, versions, facets and calendar need: all that is held of it for a million posts at once. */
export type CachedFacts = Pick<
  CachedRow,
  | 'publishedAt'
  | 'publishedOn'
  | 'tags'
  | 'categories'
  | 'author'
  | 'sourceHost'
  | 'collection'
  | 'kind'
  | 'language'
  | 'length'
> &
  /** What only the page says: values of facets like the others. */
  Pick<CachedBody, 'derived'>

/** Where row and body of a post lie in the store, as JSON, one after the other. */
export interface RecordSlot {
  start: number
  rowBytes: number
  bodyBytes: number
  /** Hash of these bytes: notices damage, and stands for all that is written of the post. */
  hash: string
}

/** A post that is read and cleaned. Its row and body wait in the store, so that a million posts fit into memory. */
export interface CachedPost extends AddressName {
  collection: string
  /** Path below the given folder's parent. */
  file: string
  /** Base name of the file, NFC. */
  fileName: string
  /** SHA-256 of the file's bytes, hexadecimal. */
  contentHash: string
  /** Hash of collection and file name, see `post-hashes.ts`. */
  nameHash: number
  sourceUrl?: string | undefined
  /** Hash of the source address; absent when it does not say which article is meant. */
  urlHash?: number | undefined
  /** Tells nearly the same text; absent where a text tells nothing: it is short, or describes a video. */
  fingerprint?: TextFingerprint | undefined
  /** `publishedAt` of the row in milliseconds; absent when that is. */
  publishedMs: number | undefined
  /** The whole title. */
  title?: string | undefined
  /** What the front matter says of its old address; absent when it says nothing of its own. */
  addressFields?: AddressFields | undefined
  /** Where its pictures come from; absent when it has none. */
  pictureHosts?: PictureHost[] | undefined
  row: CachedFacts
  record: RecordSlot
}
