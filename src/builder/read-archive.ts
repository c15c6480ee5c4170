import type { BuildReport } from '#contract/build-report.ts'
import { collectPosts, type CollectingTools } from './ingest/collect-posts.ts'
import { orderPosts, type OrderedPost } from './order/order-posts.ts'
import type { Discovery } from './read/discover-posts.ts'
import { buildReport } from './shape/report.ts'

/** An archive that is read and in order, but not written. */
export interface ReadArchive {
  discovery: Discovery
  /** By ordinal. */
  posts: OrderedPost[]
  report: BuildReport
}

/** What reading an archive needs besides what was discovered. */
export interface ArchiveReading extends CollectingTools {
  timeZone: string
  /** Pictures kept beside the posts; absent when there are none, or nobody looked. */
  keptPictures?: BuildReport['keptPictures']
}

/** Reads the posts that were discovered, and writes nothing but the store. */
export async function readArchive(
  discovery: Discovery,
  { timeZone, keptPictures, ...tools }: ArchiveReading,
): Promise<ReadArchive> {
  const { drafts, ...account } = await collectPosts(discovery.files, tools)
  const order = orderPosts(drafts, timeZone)
  const report = buildReport({ discovery, order, keptPictures, ...account })
  return { discovery, posts: order.posts, report }
}
