import { parseBodyPack, type ArticleBody, type BodyPack } from '#contract/body-pack.ts'
import { ContractError } from '#contract/contract-error.ts'
import type { FileHash } from '#contract/file-names.ts'
import { parseShardDirectory } from '#contract/shard-directory.ts'
import {
  parseTimelineShard,
  toShardNumber,
  type PostSummary,
  type TimelineShard,
} from '#contract/timeline-shard.ts'
import type { CopySource } from './copy-source.ts'

/** Row and body of a post. */
export interface WholePost {
  row: PostSummary
  body: ArticleBody
}

/** Reads posts of an archive, many at a time. Files of the last call are kept: neighbours share them. */
export class ArchivePosts {
  readonly #source: CopySource
  readonly #directories = new Map<FileHash, Promise<readonly FileHash[]>>()
  #shards = new Map<number, Promise<TimelineShard>>()
  #packs = new Map<FileHash, Promise<BodyPack>>()

  constructor(source: CopySource) {
    this.#source = source
  }

  /**
   * The posts at some ordinals, in their order.
   * @throws ContractError when the archive contradicts itself, or as its files do.
   */
  async read(ordinals: readonly number[]): Promise<WholePost[]> {
    const { rowsPerShard } = this.#source.manifest.timeline
    const shardOf = (ordinal: number) => toShardNumber(ordinal, rowsPerShard)
    this.#shards = keepWanted(this.#shards, ordinals.map(shardOf), (number) =>
      this.#readShard(number),
    )
    const places = await Promise.all(
      ordinals.map(async (ordinal) => {
        const shard = await this.#shards.get(shardOf(ordinal))
        const row = shard?.rows[ordinal - shard.firstOrdinal]
        const pack = shard?.packs.findLast(({ firstOrdinal }) => firstOrdinal <= ordinal)?.pack
        if (row === undefined || pack === undefined) throw new ContractError(`no post ${ordinal}`)
        return { ordinal, row, pack }
      }),
    )
    this.#packs = keepWanted(
      this.#packs,
      places.map(({ pack }) => pack),
      (hash) => this.#source.json('bodies', hash, parseBodyPack),
    )
    return Promise.all(
      places.map(async ({ ordinal, row, pack: hash }) => {
        const pack = await this.#packs.get(hash)
        const body = pack?.bodies[ordinal - pack.firstOrdinal]
        if (body?.id !== row.id) throw new ContractError(`no body of post ${ordinal}`)
        return { row, body }
      }),
    )
  }

  async #readShard(number: number): Promise<TimelineShard> {
    const { directories, tail, shardsPerDirectory } = this.#source.manifest.timeline
    const directory = directories[Math.floor(number / shardsPerDirectory)]
    const hash =
      directory === undefined
        ? tail[number - directories.length * shardsPerDirectory]
        : (await this.#readDirectory(directory))[number % shardsPerDirectory]
    if (hash === undefined) throw new ContractError(`no shard ${number}`)
    return this.#source.json('timeline', hash, parseTimelineShard)
  }

  #readDirectory(hash: FileHash): Promise<readonly FileHash[]> {
    const known = this.#directories.get(hash)
    if (known !== undefined) return known
    const reading = this.#source
      .json('directories', hash, parseShardDirectory)
      .then(({ shards }) => shards)
    this.#directories.set(hash, reading)
    return reading
  }
}

/** What is known of some keys, and what is read of the others. */
function keepWanted<Key, Value>(
  known: ReadonlyMap<Key, Promise<Value>>,
  wanted: readonly Key[],
  read: (key: Key) => Promise<Value>,
): Map<Key, Promise<Value>> {
  const kept = new Map<Key, Promise<Value>>()
  for (const key of wanted) {
    if (kept.has(key)) continue
    const value = known.get(key) ?? read(key)
    // Whoever waits for all of them hears of the first failure.
    value.catch(() => undefined)
    kept.set(key, value)
  }
  return kept
}
