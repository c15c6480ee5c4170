import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataPath, type FileHash } from '../../src/contract/file-names.ts'
import {
  parseOldAddressBucket,
  parseOldAddressRoot,
} from '../../src/contract/old-addresses-file.ts'
import { parseTimelineShard, type PostSummary } from '../../src/contract/timeline-shard.ts'
import { findOldPost, type OldAddressSource } from '../../src/core/address/find-old-post.ts'
import type { BuiltSite } from './site-rows.ts'

/** Makes what finds the id of the post at an old address, as the reader does, in a site of some thousand posts. */
export async function makeAddressFinder({
  folder,
  manifest,
}: BuiltSite): Promise<(path: string) => Promise<string | undefined>> {
  const read = async (kind: 'addresses' | 'timeline', hash: FileHash): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, dataPath(kind, hash)), 'utf8'))
  const rows: PostSummary[] = []
  for (const hash of manifest.timeline.tail) {
    rows.push(...parseTimelineShard(await read('timeline', hash)).rows)
  }
  const source: OldAddressSource<FileHash, PostSummary> = {
    manifest,
    readRoot: async (hash) => parseOldAddressRoot(await read('addresses', hash)),
    readBucket: async (hash) => parseOldAddressBucket(await read('addresses', hash)),
    readRow: (ordinal) => Promise.resolve(rows[ordinal]),
    async *readDay(day) {
      for (const step of [0, -1, 1]) {
        const near = new Date(Date.parse(day) + step * 86_400_000).toISOString().slice(0, 10)
        yield await Promise.resolve(rows.filter(({ id }) => id.startsWith(near)))
      }
    },
  }
  return (path) => findOldPost(source, path)
}
