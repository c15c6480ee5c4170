import { parseBodyPack } from '#contract/body-pack.ts'
import type { FileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { picturePath, type PictureFile } from '#contract/picture-file.ts'
import { parseShardDirectory } from '#contract/shard-directory.ts'
import { parseTimelineShard, type TimelineShard } from '#contract/timeline-shard.ts'
import type { BuiltSite } from '#builder/site/verify/built-site.ts'
import { expectCount } from '#builder/site/verify/expect-count.ts'
import { SourceVerifier } from './verify-source.ts'

/**
 * Every shard and pack is intact and in its place, and every picture and source file that they name is in the site.
 */
export async function verifyTimeline(manifest: Manifest, site: BuiltSite): Promise<string[]> {
  const { timeline, counts } = manifest
  const shards = await listShards(manifest, site)
  const pictures = new Set<PictureFile>()
  const shown = new Set<string>()
  const related = new Set<string>()
  const sources = new SourceVerifier(site)
  const faults = expectCount('manifest: rows', timeline.rows, counts.posts + counts.versions)
  const needed = Math.ceil(timeline.rows / timeline.rowsPerShard)
  faults.push(...expectCount('manifest: timeline shards', shards.length, needed))
  let rows = 0
  for (const [at, hash] of shards.entries()) {
    const shard = await site.readJson('timeline', hash, parseTimelineShard)
    if (shard === undefined) continue
    rows += shard.rows.length
    const first = at * timeline.rowsPerShard
    faults.push(...expectCount(`timeline shard ${hash}: first ordinal`, shard.firstOrdinal, first))
    for (const { id, supersededBy, leadImage, still } of shard.rows) {
      if (supersededBy === undefined) shown.add(id)
      if (leadImage?.file) pictures.add(leadImage.file)
      if (still?.file) pictures.add(still.file)
    }
    faults.push(...(await verifyPacks(shard, { site, sources, pictures, related })))
  }
  // Even if the build did not record them.
  for (const file of pictures) if (!site.paths.has(picturePath(file))) await site.readPicture(file)
  for (const id of related) if (!shown.has(id)) faults.push(`related post ${id}: no current post`)
  return [...faults, ...expectCount('timeline: rows', rows, timeline.rows)]
}

async function listShards({ timeline }: Manifest, site: BuiltSite): Promise<FileHash[]> {
  const shards: FileHash[] = []
  for (const hash of timeline.directories) {
    const directory = await site.readJson('directories', hash, parseShardDirectory)
    shards.push(...(directory?.shards ?? []))
  }
  return [...shards, ...timeline.tail]
}

/** Verifies the packs of a shard, and adds the pictures and posts that bodies name to `pictures` and `related`. */
async function verifyPacks(
  shard: TimelineShard,
  {
    site,
    sources,
    pictures,
    related,
  }: {
    site: BuiltSite
    sources: SourceVerifier
    pictures: Set<PictureFile>
    related: Set<string>
  },
): Promise<string[]> {
  const faults: string[] = []
  const ids = new Map<number, string>()
  for (const { firstOrdinal, pack: hash } of shard.packs) {
    const pack = await site.readJson('bodies', hash, parseBodyPack)
    if (pack === undefined) return faults
    faults.push(...expectCount(`body pack ${hash}: first ordinal`, pack.firstOrdinal, firstOrdinal))
    for (const [at, body] of pack.bodies.entries()) {
      const { id, localPictures = [], related: others = [] } = body
      faults.push(...(await sources.verify(body)))
      for (const other of others) related.add(other.id)
      faults.push(...verifyRelated(id, others))
      ids.set(firstOrdinal + at, id)
      for (const { file } of localPictures) pictures.add(file)
    }
  }
  if (shard.rows.some(({ id }, at) => ids.get(shard.firstOrdinal + at) !== id)) {
    faults.push(
      `timeline shard at ${shard.firstOrdinal}: its packs and its rows hold different posts`,
    )
  }
  return faults
}

/** A post leads to others, and to each once. */
function verifyRelated(id: string, others: readonly { id: string }[]): string[] {
  const ids = others.map((other) => other.id)
  const faults: string[] = []
  if (ids.includes(id)) faults.push(`body of ${id}: related to itself`)
  if (new Set(ids).size < ids.length) faults.push(`body of ${id}: a related post comes twice`)
  return faults
}
