import type { FileHash } from '#contract/file-names.ts'
import { toPackBytes } from '#contract/pack-file.ts'
import type { LinkSettler } from '#builder/archive/targets/settle-links.ts'
import type { RelatedPosts } from '#builder/archive/related/related-posts.ts'
import { finishRow } from '#builder/archive/recurrence/finish-row.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import { toBodyJson, toRowJson } from '#builder/site/shape/json-bytes.ts'
import { toShardBytes } from '#shape/timeline/timeline-bytes.ts'
import { buildPacks, type PackPlace } from '#shape/timeline/pack.ts'
import { buildShards, rowsPerStretch, shardsPerDirectory } from '#shape/timeline/shard.ts'
import { toStretchKey } from '#builder/site/shape/stretch-key.ts'
import { TaskLimit } from '#builder/ground/threads/task-limit.ts'
import type { Progress } from '#builder/ground/progress.ts'
import type {
  PageWriter,
  PicturePlacer,
  PostJson,
  SourceKeeper,
  WrittenTimeline,
} from '#builder/site/assembly/site-parts.ts'
import type { PostStore } from '#builder/archive/cache/post-store.ts'
import type { SiteFile, WrittenStretch } from '#builder/site/memo/site-memo.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'

/** What writing a timeline needs besides the posts. */
export interface TimelineTools {
  writer: SiteWriter
  store: PostStore
  pages: PageWriter
  pictures: PicturePlacer
  sources: SourceKeeper
  settleLinks: LinkSettler
  related: Pick<RelatedPosts, 'of' | 'keyOf'>
  /** Stretches that the previous build wrote, by key. */
  before: ReadonlyMap<string, WrittenStretch>
  progress: Progress
}

/** Stretches whose pages are being made: enough that their thread never waits, few enough to keep memory flat. */
const stretchesAtOnce = 3

/** Writes all shards, packs, pages and full directories; `posts` are in ordinal order. */
export async function writeTimeline(
  posts: OrderedPost[],
  tools: TimelineTools,
): Promise<WrittenTimeline> {
  const paging = new TaskLimit(stretchesAtOnce)
  try {
    const timeline = await writeStretches(posts, { ...tools, paging })
    await paging.settle()
    return timeline
  } finally {
    // Nothing may still write when this has failed; that failure is the one to tell.
    await paging.settle().catch(() => undefined)
    await tools.pages.close()
  }
}

type StretchTools = TimelineTools & { paging: TaskLimit }

async function writeStretches(posts: OrderedPost[], tools: StretchTools): Promise<WrittenTimeline> {
  const directories: FileHash[] = []
  let tail: FileHash[] = []
  let newest: FileHash[] = []
  const stretches: WrittenTimeline['stretches'] = new Map()
  for (let first = 0; first < posts.length; first += rowsPerStretch) {
    const members = posts.slice(first, first + rowsPerStretch)
    const pages = `${tools.pages.toKey(first)} ${tools.pictures.key}`
    const parts = `${pages} ${tools.sources.key}`
    const key = toStretchKey(first, members, { parts, related: tools.related })
    const stretch =
      (await keepStretch(tools.before.get(key), tools.writer)) ??
      (await writeStretch(first, members, tools))
    stretches.set(key, stretch)
    tools.progress.step(members.length)
    tail.push(...stretch.shards)
    newest = [...newest, ...stretch.shards].slice(-2)
    if (tail.length < shardsPerDirectory) continue
    directories.push(await tools.writer.writeJson('directories', { shards: tail }))
    tail = []
  }
  return { directories, tail, newest, stretches }
}

/** Keeps a stretch of the previous build if all its files are still there. */
async function keepStretch(
  stretch: WrittenStretch | undefined,
  writer: SiteWriter,
): Promise<WrittenStretch | undefined> {
  return stretch !== undefined && (await writer.keep(stretch.files)) ? stretch : undefined
}

/** Writes the source files and packs of a stretch of consecutive posts, then its shards. Its pages follow. */
async function writeStretch(
  firstOrdinal: number,
  posts: OrderedPost[],
  { writer, store, pages, paging, pictures, sources, settleLinks, related }: StretchTools,
): Promise<WrittenStretch> {
  const written: PostJson[] = []
  const kept = await sources.keep(posts.map(({ cached }) => cached))
  const files: SiteFile[] = [...kept.files]
  for (const [at, post] of posts.entries()) {
    const { record, paths } = await pictures.place(
      settleLinks(finishRow(await store.read(post.cached.record), post), post),
    )
    files.push(...writer.listFiles(paths))
    const row = toRowJson(post, record.row)
    const body = toBodyJson(post, record.body, {
      related: related.of(firstOrdinal + at),
      keptSource: kept.places[at],
    })
    written.push({ row, body })
  }
  await paging.run(async () => {
    files.push(...writer.listFiles(await pages.write(written, firstOrdinal)))
  })
  const rows = written.map(({ row }) => row)
  const bodies = written.map(({ body }) => body)
  const packs: PackPlace[] = []
  for (const pack of buildPacks(firstOrdinal, bodies)) {
    const hash = await writer.writeBytes('bodies', toPackBytes(pack))
    packs.push({ firstOrdinal: pack.firstOrdinal, pack: hash })
  }
  const shards: FileHash[] = []
  for (const shard of buildShards(firstOrdinal, rows, packs)) {
    shards.push(await writer.writeBytes('timeline', toShardBytes(shard)))
  }
  files.push(
    ...writer.listData(
      'bodies',
      packs.map(({ pack }) => pack),
    ),
    ...writer.listData('timeline', shards),
  )
  return { shards, files }
}
