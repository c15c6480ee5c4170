import type { ArticleBody } from '#contract/body-pack.ts'
import type { FileHash } from '#contract/file-names.ts'
import type { PostSummary } from '#contract/timeline-shard.ts'
import type { BodySpool } from '../ingest/body-spool.ts'
import type { OrderedPost } from '../order/order-posts.ts'
import { shardsPerDirectory } from '../shape/manifest.ts'
import { buildPacks, toBody } from '../shape/pack.ts'
import { buildShards, rowsPerStretch, type PackPlace } from '../shape/shard.ts'
import { toSummary } from '../shape/summary.ts'
import type { SiteWriter } from './site-writer.ts'

/** Is told of every post while its body is at hand. */
export type PostVisitor = (
  post: { summary: PostSummary; body: ArticleBody },
  ordinal: number,
) => Promise<void>

/** What writing a timeline needs besides the posts. */
export interface TimelineTools {
  writer: SiteWriter
  spool: BodySpool
  visit: PostVisitor
}

/** Writes all shards, packs and full directories; `posts` stand in ordinal order. */
export async function writeTimeline(
  posts: OrderedPost[],
  tools: TimelineTools,
): Promise<{ directories: FileHash[]; tail: FileHash[] }> {
  const directories: FileHash[] = []
  let tail: FileHash[] = []
  for (let first = 0; first < posts.length; first += rowsPerStretch) {
    tail.push(...(await writeStretch(first, posts.slice(first, first + rowsPerStretch), tools)))
    if (tail.length < shardsPerDirectory) continue
    directories.push(await tools.writer.writeJson('directories', { shards: tail }))
    tail = []
  }
  return { directories, tail }
}

/** Writes the packs of one stretch of neighbours, then its shards. */
async function writeStretch(
  firstOrdinal: number,
  posts: OrderedPost[],
  { writer, spool, visit }: TimelineTools,
): Promise<FileHash[]> {
  const rows: PostSummary[] = []
  const bodies: ArticleBody[] = []
  for (const [at, post] of posts.entries()) {
    const summary = toSummary(post)
    const body = toBody(post, await spool.read(post.draft.body))
    rows.push(summary)
    bodies.push(body)
    await visit({ summary, body }, firstOrdinal + at)
  }
  const packs: PackPlace[] = []
  for (const pack of buildPacks(firstOrdinal, bodies)) {
    packs.push({ firstOrdinal: pack.firstOrdinal, pack: await writer.writeJson('bodies', pack) })
  }
  const shards: FileHash[] = []
  for (const shard of buildShards(firstOrdinal, rows, packs)) {
    shards.push(await writer.writeJson('timeline', shard))
  }
  return shards
}
