import { parseBodyPack, type ArticleBody, type BodyPack } from '#contract/body-pack.ts'
import { dataPath, manifestPath, type FileHash } from '#contract/file-names.ts'
import { parseShardDirectory } from '#contract/shard-directory.ts'
import {
  parseTimelineShard,
  toShardNumber,
  type PostSummary,
  type TimelineShard,
} from '#contract/timeline-shard.ts'
import { toDamaged, type SiteFiles } from './site-files.ts'

/** Row and body of a post in a built site. */
export interface SitePost {
  row: PostSummary
  body: ArticleBody
}

/** Reads posts of a built site. Keeps the last shard and pack: neighbours of a post cost no further file. */
export class SitePosts {
  readonly #site: SiteFiles
  #shard: TimelineShard | undefined
  #pack: { hash: FileHash; pack: BodyPack } | undefined
  #directory: { hash: FileHash; shards: readonly FileHash[] } | undefined

  constructor(site: SiteFiles) {
    this.#site = site
  }

  /**
   * Reads a post by its ordinal.
   * @throws BuildError when a file of the site is missing or damaged.
   */
  async read(ordinal: number): Promise<SitePost> {
    const { row, packs } = await this.row(ordinal)
    const hash = packs.findLast(({ firstOrdinal }) => firstOrdinal <= ordinal)?.pack
    if (hash === undefined) throw toDamaged(manifestPath)
    if (this.#pack?.hash !== hash) {
      this.#pack = { hash, pack: await this.#site.json('bodies', hash, parseBodyPack) }
    }
    const { firstOrdinal, bodies } = this.#pack.pack
    const body = bodies[ordinal - firstOrdinal]
    if (body === undefined) throw toDamaged(dataPath('bodies', hash))
    return { row, body }
  }

  /** Reads a row by its ordinal, and which packs hold the bodies of its shard. Throws as `read` does. */
  async row(ordinal: number): Promise<{ row: PostSummary; packs: TimelineShard['packs'] }> {
    const { firstOrdinal, rows, packs } = await this.shard(ordinal)
    const row = rows[ordinal - firstOrdinal]
    if (row === undefined) throw toDamaged(manifestPath)
    return { row, packs }
  }

  /** Reads the shard that holds an ordinal. Throws as `read` does. */
  async shard(ordinal: number): Promise<TimelineShard> {
    const has = ({ firstOrdinal, rows }: TimelineShard) =>
      ordinal >= firstOrdinal && ordinal < firstOrdinal + rows.length
    if (this.#shard === undefined || !has(this.#shard)) {
      const hash = await this.#findShard(ordinal)
      this.#shard = await this.#site.json('timeline', hash, parseTimelineShard)
      if (!has(this.#shard)) throw toDamaged(dataPath('timeline', hash))
    }
    return this.#shard
  }

  async #findShard(ordinal: number): Promise<FileHash> {
    const { directories, tail, rowsPerShard, shardsPerDirectory } = this.#site.manifest.timeline
    const shard = toShardNumber(ordinal, rowsPerShard)
    const directory = directories[Math.floor(shard / shardsPerDirectory)]
    const hash =
      directory === undefined
        ? tail[shard - directories.length * shardsPerDirectory]
        : (await this.#listShards(directory))[shard % shardsPerDirectory]
    if (hash === undefined) throw toDamaged(manifestPath)
    return hash
  }

  async #listShards(hash: FileHash): Promise<readonly FileHash[]> {
    if (this.#directory?.hash !== hash) {
      const { shards } = await this.#site.json('directories', hash, parseShardDirectory)
      this.#directory = { hash, shards }
    }
    return this.#directory.shards
  }
}
