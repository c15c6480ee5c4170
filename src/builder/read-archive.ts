import type { BuildReport } from '#contract/build-report.ts'
import type { BodySpool } from './ingest/body-spool.ts'
import { collectPosts } from './ingest/collect-posts.ts'
import { orderPosts, type OrderedPost } from './order/order-posts.ts'
import type { Progress } from './progress.ts'
import type { Discovery } from './read/discover-posts.ts'
import { buildReport } from './shape/report.ts'

/** An archive that is read and in order, but not written. */
export interface ReadArchive {
  discovery: Discovery
  /** By ordinal. */
  posts: OrderedPost[]
  report: BuildReport
}

/** Reads the posts that were discovered, and writes nothing but the spool. */
export async function readArchive(
  discovery: Discovery,
  { timeZone, spool, progress }: { timeZone: string; spool: BodySpool; progress: Progress },
): Promise<ReadArchive> {
  const { drafts, problems, unreadable } = await collectPosts(discovery.files, { spool, progress })
  const order = orderPosts(drafts, timeZone)
  const all = [...discovery.problems, ...problems]
  const report = buildReport({ discovery, order, problems: all, unreadable })
  return { discovery, posts: order.posts, report }
}
