import type { Published, SourceTimestamp } from '#core/post/post.ts'

/** An entry of a feed, whatever the format. */
export interface FeedEntry extends Published {
  /** Made from the post's id alone, so it is stable when the site moves. */
  id: string
  /** The post's page in the archive. */
  address: string
  title: string
  /**
   * Instant by which the archive orders the post: `publishedAt`, or the first moment of a day alone; absent when
   * undated. Only Atom needs it, because it requires a time.
   */
  orderedAt: string | undefined
  sourceTimestamp: SourceTimestamp | undefined
  authors: string[]
  /** Tags and categories, deduplicated. */
  labels: string[]
  language: string | undefined
  /** Address of the original. */
  sourceUrl: string | undefined
  /** Plain text; absent when the post has none. */
  excerpt: string | undefined
  /** Clean HTML with full addresses: the beginning of the article, or all of it. */
  html: string
  /** Whether `html` is the article, not its excerpt. */
  isWhole: boolean
}

/** The head of a feed, whatever the format. */
export interface FeedHead {
  title: string
  description: string
  /** Name of the archive: Atom requires an author, and entries may have none. */
  publisher: string
  /** Address of the same list in the reader. */
  home: string
  /** Address of the feed itself. */
  self: string
  /** When the newest dated post was published; absent when no post has an instant. */
  publishedAt: string | undefined
  /** The same for `orderedAt`. */
  orderedAt: string | undefined
  /** Language of all posts; absent when they differ. */
  language: string | undefined
}

/** Serializer of one format. Entries are serialized once and used in many feeds. */
export interface FeedWriter {
  writeEntry(entry: FeedEntry): string
  writeFeed(head: FeedHead, entries: readonly string[]): string
}
