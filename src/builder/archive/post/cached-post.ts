import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import type { AddressFields, DeclaredLanguage, LeadImage } from '#core/post/post.ts'
import type { AddressName } from './address-name.ts'
import type { ChangeCounts } from '#builder/read/clean/settle/change-counts.ts'
import type { EmbeddedPicture } from './embedded-picture.ts'
import type { FolderPicture, SettledPictures } from './settled-pictures.ts'
import type { OwnPicture } from '#builder/read/clean/rules/own-picture.ts'
import type { PictureHost } from './picture-hosts.ts'
import type { TextFingerprint } from './text-fingerprint.ts'

/** The row of a post that has no place in the order yet: without id and versions. */
export type CachedRow = Omit<PostSummary, 'id' | 'versions' | 'supersededBy' | 'formerId'>

/** The body of a post that has no place in the order yet. */
export type CachedBody = Omit<ArticleBody, 'id' | 'versions' | 'translations'> & {
  /** Pictures that were part of the text; they become files of the site. Absent when there are none. */
  embedded?: EmbeddedPicture[] | undefined
  /** Pictures that stand in for the row's, in this order, if that is missing. Absent when there are none. */
  moreLeads?: LeadImage[] | undefined
  /** Pictures from the archive's folders, once they are settled; they become files of the site. */
  folderPictures?: FolderPicture[] | undefined
}

/**
 * What the row of a post is finished from once it is known which of its sentences recur; not kept of posts without
 * sentences.
 */
export interface OpeningSentences {
  /**
   * The sentences near both ends of its text, in the order of their fingerprints: at most as much of a text as an
   * excerpt can need (empty when it has no words), whether it says something (see `isSaying`), and its part of the
   * row's length.
   */
  ends: [text: string, isSaying: 0 | 1, count: number][]
  /** What is said between, behind the first 24 of them. */
  middle: string
}

/** What order, versions, facets and calendar need of row and body: only this is in memory for all posts at once. */
export type CachedFacts = Pick<
  CachedRow,
  | 'publishedAt'
  | 'publishedOn'
  | 'tags'
  | 'categories'
  | 'author'
  | 'coauthors'
  | 'sourceHost'
  | 'collection'
  | 'kind'
  | 'language'
  | 'length'
> &
  /** Facet values that only the page gives. */
  Pick<CachedBody, 'derived'> & {
    /** The month or year of `publishedOn`, see `toKnownDay`; absent where a whole day is known. */
    knownPart?: string | undefined
  }

/** Where row, body and sentences of a post lie in the record file, as JSON, one after the other. */
export interface RecordSlot {
  start: number
  rowBytes: number
  bodyBytes: number
  /** Bytes of the article's sentences, see `OpeningSentences`; 0 = none. */
  openingBytes: number
  /** Hash of these bytes, and of the post's settled pictures: cache key of everything written about the post. */
  hash: string
  /** Hash of these bytes alone; absent when `hash` is that. */
  checksum?: string | undefined
  /** What became of the post's own pictures; absent when that changes nothing. */
  pictures?: SettledPictures | undefined
}

/**
 * A post that was read and cleaned, as the cache keeps it. Row and body stay on the disk, so a million posts fit into
 * memory.
 */
export interface CachedPost extends AddressName {
  collection: string
  /** Path below the given folder's parent. */
  file: string
  /** Name by which it is known, see `toPostName`. */
  fileName: string
  /** SHA-256 of the file's bytes, hexadecimal. */
  contentHash: string
  /** Hash of collection and file name, see `post-hashes.ts`. */
  nameHash: number
  sourceUrl?: string | undefined
  /** Hash of the source URL; absent when that does not identify an article. */
  urlHash?: number | undefined
  /**
   * Fingerprint for near-duplicate detection; absent for short texts and descriptions of videos, which prove nothing.
   */
  fingerprint?: TextFingerprint | undefined
  /** Fingerprints of the sentences near both ends of its text, packed: see `sentence-fingerprints.ts`. */
  sentences: number[]
  /** What it may be about, packed: see `packed-terms.ts`. Valid until those of another post are read. */
  terms: Uint8Array
  /** `publishedAt` of the row in milliseconds; absent when the row has none. */
  publishedMs: number | undefined
  /**
   * The day that the source's own clock shows, in days since 1970. Absent when that is unknown, and for a post without an
   * instant, whose day is the same on every clock.
   */
  sourceDay?: number | undefined
  /** The title in full; that of the row may be cut. */
  title?: string | undefined
  /** What the front matter says about the post's old address; absent when it adds nothing. */
  addressFields?: AddressFields | undefined
  /** What it says about its language; absent when it says nothing. */
  declared?: DeclaredLanguage | undefined
  /** What its links may be found by among all posts: hashes of 40 bits, see `link-numbers.ts`. */
  links: number[]
  /** Whether some of them lead to its own collection. */
  linksWithin: boolean
  /**
   * Hosts of the pages that its links lead to, without `www.`; absent where it has none, and where its own site is known.
   */
  linkHosts?: string[] | undefined
  /** Posts that it names, each with what it may be found by; absent when it names none. */
  namedPosts?: { name: string; numbers: number[]; isWiki?: true }[] | undefined
  /** Hosts of its pictures; absent when it has none. */
  pictureHosts?: PictureHost[] | undefined
  /** What it shows in another way than its source; absent when there is nothing. */
  changes?: ChangeCounts | undefined
  /** Pictures that may lie in the folders of the archive; absent when it has none. */
  ownPictures?: readonly OwnPicture[] | undefined
  /** What became of them; absent until they are settled, and where that changes nothing. */
  settled?: SettledPictures | undefined
  row: CachedFacts
  record: RecordSlot
}
