import type { ArticleBody } from '#contract/body-pack.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'

/** What the row says before the post has its place: no id, no versions yet. */
export type DraftRow = Omit<PostSummary, 'id' | 'versions' | 'supersededBy'>

/** What the body says before the post has its place. */
export type DraftBody = Omit<ArticleBody, 'id' | 'versions'>

/** Where a body lies in the spool, in bytes. */
export interface SpoolSlot {
  start: number
  bytes: number
}

/** A post that is read and cleaned. Its body waits in the spool, so that a million drafts fit into memory. */
export interface DraftPost {
  collection: string
  /** Path below the given folder's parent. */
  file: string
  /** Base name of the file, NFC. */
  fileName: string
  /** SHA-256 of the file's bytes, hexadecimal. */
  contentHash: string
  sourceUrl?: string | undefined
  /** The whole title. */
  title?: string | undefined
  row: DraftRow
  body: SpoolSlot
}
