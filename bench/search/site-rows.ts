import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseBodyPack, type BodyPack } from '#contract/body-pack.ts'
import { dataPath, manifestPath, type DataKind, type FileHash } from '#contract/file-names.ts'
import { parseManifest, type Manifest } from '#contract/manifest.ts'
import { parseOpening } from '#contract/opening-file.ts'
import { parseShardDirectory } from '#contract/shard-directory.ts'
import { parseTimelineShard, toShardNumber, type TimelineShard } from '#contract/timeline-shard.ts'
import { toBodyText } from '#core/body-text.ts'
import { toOrdinals } from '#core/selection.ts'

/** A post of a built site with the text that search promises to find. */
export interface RowText {
  ordinal: number
  /** Empty when the post has none. */
  title: string
  body: string
}

/** All rows of a built site, older versions included, read back from its files: what the index was made of, without the index. */
export class SiteRows {
  readonly manifest: Manifest
  readonly #folder: string
  readonly #shards: readonly FileHash[]

  private constructor(folder: string, manifest: Manifest, shards: readonly FileHash[]) {
    this.#folder = folder
    this.manifest = manifest
    this.#shards = shards
  }

  /** @throws ContractError when the folder holds no site of this version. */
  static async open(folder: string): Promise<SiteRows> {
    const manifest = parseManifest(await readJson(join(folder, manifestPath)))
    const shards: FileHash[] = []
    for (const hash of manifest.timeline.directories) {
      const directory = await readJson(join(folder, dataPath('directories', hash)))
      shards.push(...parseShardDirectory(directory).shards)
    }
    return new SiteRows(folder, manifest, [...shards, ...manifest.timeline.tail])
  }

  /** Number of rows; ordinals are below it. */
  get count(): number {
    return this.manifest.timeline.rows
  }

  /** One row. @throws RangeError when there is no such ordinal. */
  async read(ordinal: number): Promise<RowText> {
    const hash = this.#shards[toShardNumber(ordinal, this.manifest.timeline.rowsPerShard)]
    if (hash === undefined) throw new RangeError(`there is no row ${ordinal}`)
    const shard = parseTimelineShard(await this.#readData('timeline', hash))
    const pack = shard.packs.findLast(({ firstOrdinal }) => firstOrdinal <= ordinal)
    if (pack === undefined) throw new RangeError(`no pack holds row ${ordinal}`)
    const bodies = parseBodyPack(await this.#readData('bodies', pack.pack))
    const row = toRowTexts(shard, bodies).find((text) => text.ordinal === ordinal)
    if (row === undefined) throw new RangeError(`there is no row ${ordinal}`)
    return row
  }

  /** Every row by ordinal, a pack of bodies in memory at a time. */
  async *readAll(): AsyncGenerator<RowText> {
    for (const hash of this.#shards) {
      const shard = parseTimelineShard(await this.#readData('timeline', hash))
      for (const { pack } of shard.packs) {
        yield* toRowTexts(shard, parseBodyPack(await this.#readData('bodies', pack)))
      }
    }
  }

  /** Ordinals of older versions. */
  async readSuperseded(): Promise<Set<number>> {
    const { superseded } = parseOpening(await this.#readData('opening', this.manifest.opening))
    return new Set(toOrdinals(superseded))
  }

  #readData(kind: DataKind, hash: FileHash): Promise<unknown> {
    return readJson(join(this.#folder, dataPath(kind, hash)))
  }
}

/** The rows whose bodies a pack holds. */
function toRowTexts(shard: TimelineShard, { firstOrdinal, bodies }: BodyPack): RowText[] {
  return bodies.flatMap((body, at) => {
    const ordinal = firstOrdinal + at
    const row = shard.rows[ordinal - shard.firstOrdinal]
    if (row === undefined) return []
    // The row's title is cut when it is very long.
    return [{ ordinal, title: body.title ?? row.title ?? '', body: toBodyText(body.parts) }]
  })
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'))
}
