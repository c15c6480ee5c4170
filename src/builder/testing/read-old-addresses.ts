// For tests: reads the files by which a built site maps old addresses to posts.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataPath, type FileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { parseOldAddressBucket, parseOldAddressRoot } from '#contract/old-addresses-file.ts'
import { parseTimelineShard, type PostSummary } from '#contract/timeline-shard.ts'
import type { OldAddressSource } from '#core/address/find-old-post.ts'

const dayMs = 86_400_000

/** The arguments of `findOldPost` for a small built site, as the reader passes them. */
export async function readOldAddresses(
  out: string,
  manifest: Manifest,
): Promise<OldAddressSource<FileHash, PostSummary> & { rows: PostSummary[] }> {
  const readJson = async (path: string): Promise<unknown> =>
    JSON.parse(await readFile(join(out, path), 'utf8'))
  const shards = await Promise.all(
    manifest.timeline.tail.map(async (hash) =>
      parseTimelineShard(await readJson(dataPath('timeline', hash))),
    ),
  )
  const rows = shards.flatMap((shard) => shard.rows)
  return {
    rows,
    manifest,
    readRoot: async (hash) => parseOldAddressRoot(await readJson(dataPath('addresses', hash))),
    readBucket: async (hash) => parseOldAddressBucket(await readJson(dataPath('addresses', hash))),
    readRow: (ordinal) => Promise.resolve(rows[ordinal]),
    async *readDay(day) {
      for (const step of [0, -1, 1]) {
        const near = new Date(Date.parse(day) + step * dayMs).toISOString().slice(0, 10)
        yield await Promise.resolve(rows.filter(({ id }) => id.startsWith(near)))
      }
    },
  }
}
