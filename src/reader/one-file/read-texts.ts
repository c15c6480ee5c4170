import { dataPath, manifestPath, type FileHash } from '#contract/file-names.ts'
import { parseManifest } from '#contract/manifest.ts'
import { parseShardDirectory } from '#contract/shard-directory.ts'
import { parseTimelineShard, type PostSummary } from '#contract/timeline-shard.ts'
import { ScannedTexts } from '#search/scan/scanned-texts.ts'
import { fetchPack } from '#reader/data/archive/fetch-pack.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { fetchJson } from '#reader/data/files/fetch-file.ts'

/** The texts of a file, to be searched. */
export interface ReadTexts {
  texts: ScannedTexts
  /** Why the first of the posts that are not in them could not be read; absent when all are. */
  failure?: DataError
}

/**
 * Reads the texts of all posts. What cannot be read is left out and told.
 * @throws DataError when the manifest or a directory cannot be read.
 */
export async function readTexts(): Promise<ReadTexts> {
  const { timeline } = await fetchJson(manifestPath, parseManifest)
  const texts = new ScannedTexts(timeline.rows)
  const read: ReadTexts = { texts }
  const tryReading = async (reading: () => Promise<void>) => {
    try {
      await reading()
    } catch (error) {
      if (!(error instanceof DataError)) throw error
      read.failure ??= error
    }
  }
  const titles = new Map<number, PostSummary['title']>()
  const packs = new Set<FileHash>()
  for (const hash of await listShards(timeline)) {
    await tryReading(async () => {
      const shard = await fetchJson(dataPath('timeline', hash), parseTimelineShard, { hash })
      for (const [at, { title }] of shard.rows.entries()) titles.set(shard.firstOrdinal + at, title)
      // A pack may reach across two shards.
      for (const { pack } of shard.packs) packs.add(pack)
    })
  }
  for (const hash of packs) {
    await tryReading(async () => {
      const { firstOrdinal, bodies } = await fetchPack(hash)
      for (const [at, body] of bodies.entries()) {
        const ordinal = firstOrdinal + at
        if (body === undefined) read.failure ??= new DataError('absent', `body ${ordinal}`, {})
        else texts.add(ordinal, { title: body.title ?? titles.get(ordinal), parts: body.parts })
      }
    })
  }
  return read
}

/** Hashes of all shards, oldest first. */
async function listShards({
  directories,
  tail,
}: {
  directories: readonly FileHash[]
  tail: readonly FileHash[]
}): Promise<FileHash[]> {
  const listed: FileHash[] = []
  for (const hash of directories) {
    const options = { hash }
    const { shards } = await fetchJson(dataPath('directories', hash), parseShardDirectory, options)
    listed.push(...shards)
  }
  return [...listed, ...tail]
}
