import { parseBodyPack, type ArticleBody } from '#contract/body-pack.ts'
import { dataPath, manifestPath, type FileHash } from '#contract/file-names.ts'
import { parseShardDirectory } from '#contract/shard-directory.ts'
import { parseTimelineShard, toShardNumber, type PostSummary } from '#contract/timeline-shard.ts'
import { toDamaged, type SiteFiles } from './site-files.ts'

/** Row and body of a post in a built site. */
export interface SitePost {
  row: PostSummary
  body: ArticleBody
}

/**
 * Reads a post by its ordinal.
 * @throws BuildError when a file of the site is missing or damaged.
 */
export async function readSitePost(site: SiteFiles, ordinal: number): Promise<SitePost> {
  const hash = await findShard(site, ordinal)
  const shard = await site.json('timeline', hash, parseTimelineShard)
  const row = shard.rows[ordinal - shard.firstOrdinal]
  const pack = shard.packs.findLast(({ firstOrdinal }) => firstOrdinal <= ordinal)?.pack
  if (row === undefined || pack === undefined) throw toDamaged(dataPath('timeline', hash))
  const { firstOrdinal, bodies } = await site.json('bodies', pack, parseBodyPack)
  const body = bodies[ordinal - firstOrdinal]
  if (body === undefined) throw toDamaged(dataPath('bodies', pack))
  return { row, body }
}

async function findShard(site: SiteFiles, ordinal: number): Promise<FileHash> {
  const { directories, tail, rowsPerShard, shardsPerDirectory } = site.manifest.timeline
  const shard = toShardNumber(ordinal, rowsPerShard)
  const directory = directories[Math.floor(shard / shardsPerDirectory)]
  const hash =
    directory === undefined
      ? tail[shard - directories.length * shardsPerDirectory]
      : (await site.json('directories', directory, parseShardDirectory)).shards[
          shard % shardsPerDirectory
        ]
  if (hash === undefined) throw toDamaged(manifestPath)
  return hash
}
