import type { Published, SourceTimestamp } from '#core/post.ts'

/** What a feed says of one post, whatever its form. */
export interface FeedEntry extends Published {
  /** Stays the same wherever the site moves: made from the post's id alone. */
  id: string
  /** The post's page in the archive. */
  address: string
  title: string
  /**
   * Instant by which the archive orders the post: `publishedAt`, or the first moment of a day alone; absent when undated. Only
   * Atom writes it, which demands a time.
   */
  orderedAt: string | undefined
  sourceTimestamp: SourceTimestamp | undefined
  author: string | undefined
  /** Tags and categories, without repeats. */
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

/** What a feed says of itself, whatever its form. */
export interface FeedHead {
  title: string
  description: string
  /** Name of the archive, for entries that name no author: Atom demands one. */
  publisher: string
  /** Address of the same list in the reader. */
  home: string
  /** Address of the feed itself. */
  self: string
  /** When the newest of its posts was published; absent when none of them says. */
  publishedAt: string | undefined
  /** The same for `orderedAt`. */
  orderedAt: string | undefined
  /** Language of all its posts; absent when there are several. */
  language: string | undefined
}

/** One form of feeds. Entries are written once and stand in many feeds. */
export interface FeedWriter {
  writeEntry(entry: FeedEntry): string
  writeFeed(head: FeedHead, entries: readonly string[]): string
}
