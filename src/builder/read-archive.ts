import type { BuildReport } from '#contract/build-report.ts'
import { collectPosts } from './ingest/collect-posts.ts'
import { orderPosts, type OrderedPost } from './order/order-posts.ts'
import type { Progress } from './progress.ts'
import type { StampedFile } from './read/file-stamp.ts'
import type { Discovery } from './read/discover-posts.ts'
import { buildReport } from './shape/report.ts'
import type { PostStore } from './store/post-store.ts'

/** An archive that is read and in order, but not written. */
export interface ReadArchive {
  discovery: Discovery
  /** By ordinal. */
  posts: OrderedPost[]
  report: BuildReport
  /** See `CollectedPosts`. */
  isSettled: boolean
}

/** What reading an archive needs besides what was discovered. */
export interface ArchiveReading {
  /** The discovered files, stamped. */
  files: StampedFile[]
  timeZone: string
  store: PostStore
  progress: Progress
}

/** Reads the posts that were discovered, and writes nothing but the store. */
export async function readArchive(
  discovery: Discovery,
  { files, timeZone, store, progress }: ArchiveReading,
): Promise<ReadArchive> {
  const { drafts, isSettled, ...account } = await collectPosts(files, { store, progress })
  const order = orderPosts(drafts, timeZone)
  const report = buildReport({ discovery, order, ...account })
  return { discovery, posts: order.posts, report, isSettled }
}
