import type { FileHash } from '#contract/file-names.ts'
import { toPackBytes } from '#contract/pack-file.ts'
import type { PictureFile } from '#contract/picture-file.ts'
import type { TimelineShard } from '#contract/timeline-shard.ts'
import type { PostId } from '#core/post/post-id.ts'
import { buildPacks, type PackPlace } from '../timeline/pack.ts'
import { buildShards, rowsPerStretch, type ShardRows } from '../timeline/shard.ts'
import { toShardBytes } from '../timeline/timeline-bytes.ts'
import { ArchivePosts, type WholePost } from './archive-posts.ts'
import {
  listKeptPictures,
  listNamedPosts,
  withoutKeptPictures,
  withoutSourceFile,
} from './copied-post.ts'
import type { CopyFiles } from './copy-files.ts'
import type { CopyOptions, CopySource } from './copy-source.ts'
import { newestFirst } from './newest-first.ts'
import { toPostFacts, type PostFacts } from './post-facts.ts'

/** Rows and bodies of a copy. */
export interface CopiedPosts {
  /** In the order of the copy. */
  facts: PostFacts[]
  shards: FileHash[]
  /** The last shards, oldest first: at least twelve rows, if there are as many. */
  newest: TimelineShard[]
  pictures: Set<PictureFile>
  /** Posts that the copied ones name. */
  named: Set<PostId>
}

/** Rows on the first screen of a large window. */
const screenRows = 12

const encoder = new TextEncoder()
const toJson = (value: unknown) => encoder.encode(JSON.stringify(value))

/** Writes rows and bodies of the chosen posts, numbered anew, the newest first; `list` is told of each post. */
export async function copyPosts(
  source: CopySource,
  { ordinals, pictures, rest, onProgress }: CopyOptions,
  { files, list }: { files: CopyFiles; list: (post: WholePost) => void },
): Promise<CopiedPosts> {
  const posts = new ArchivePosts(source)
  const total = ordinals.length
  const copied: CopiedPosts = {
    facts: Array<PostFacts>(total),
    shards: [],
    newest: [],
    pictures: new Set(),
    named: new Set(),
  }
  const stretches = Math.ceil(total / rowsPerStretch)
  for (let stretch = stretches - 1; stretch >= 0; stretch--) {
    const first = stretch * rowsPerStretch
    const end = Math.min(total, first + rowsPerStretch)
    const whole = await posts.read([...ordinals.subarray(first, end)])
    const read = whole.map(withoutSourceFile)
    await rest()
    const members = pictures === 'keep' ? read : read.map(withoutKeptPictures)
    for (const [at, post] of members.entries()) note(copied, post, first + at)
    for (const post of newestFirst(members)) list(post)
    const shards = await writeStretch(first, members, files)
    for (const { hash, shard } of newestFirst(shards)) {
      copied.shards.unshift(hash)
      const rows = copied.newest.reduce((sum, known) => sum + known.rows.length, 0)
      if (rows < screenRows) copied.newest.unshift(shard)
    }
    onProgress?.(total - first)
    await rest()
  }
  return copied
}

function note(copied: CopiedPosts, post: WholePost, ordinal: number): void {
  copied.facts[ordinal] = toPostFacts(post)
  for (const file of listKeptPictures(post)) copied.pictures.add(file)
  for (const named of listNamedPosts(post.body)) copied.named.add(named)
}

/** Writes the packs of consecutive posts, the newest first, then their shards. */
async function writeStretch(
  first: number,
  posts: readonly WholePost[],
  files: CopyFiles,
): Promise<{ hash: FileHash; shard: TimelineShard }[]> {
  const places: PackPlace[] = []
  const packs = buildPacks(
    first,
    posts.map(({ body }) => toJson(body)),
  )
  for (const pack of newestFirst(packs)) {
    const hash = await files.writePack(toPackBytes(pack), pack.bodies.length)
    places.unshift({ firstOrdinal: pack.firstOrdinal, pack: hash })
  }
  const rows = posts.map(({ row }) => toJson(row))
  const shards = buildShards(first, rows, places)
  const written: { hash: FileHash; shard: TimelineShard }[] = []
  // One after the other: which of several digests is ready first differs from time to time.
  for (const shard of shards) written.push(await writeShard(shard, posts, { first, files }))
  return written
}

async function writeShard(
  shard: ShardRows,
  posts: readonly WholePost[],
  { first, files }: { first: number; files: CopyFiles },
): Promise<{ hash: FileHash; shard: TimelineShard }> {
  const at = shard.firstOrdinal - first
  const rows = posts.slice(at, at + shard.rows.length).map(({ row }) => row)
  const hash = await files.writeBytes('timeline', toShardBytes(shard))
  return { hash, shard: { ...shard, rows } }
}
