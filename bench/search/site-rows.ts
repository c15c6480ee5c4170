import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseBodyPack, type ArticleBody } from '../../src/contract/body-pack.ts'
import { dataPath, manifestPath } from '../../src/contract/file-names.ts'
import { parseManifest, type Manifest } from '../../src/contract/manifest.ts'
import { parseOpening } from '../../src/contract/opening-file.ts'
import { parseShardDirectory } from '../../src/contract/shard-directory.ts'
import { parseTimelineShard } from '../../src/contract/timeline-shard.ts'
import { toBodyText } from '../../src/core/text/body-text.ts'
import { toOrdinals } from '../../src/core/selection/selection.ts'

/** A built site on the disk. */
export interface BuiltSite {
  folder: string
  manifest: Manifest
}

/** A post of a built site with the text that search promises to find. */
export interface RowText {
  ordinal: number
  /** Empty when the post has none. */
  title: string
  body: string
}

/** A body with its place and its row's title. */
type PlacedBody = ArticleBody & { ordinal: number; rowTitle: string | undefined }

/** @throws ContractError when the folder holds no site of this version. */
export async function openBuiltSite(folder: string): Promise<BuiltSite> {
  return { folder, manifest: parseManifest(await readJson(join(folder, manifestPath))) }
}

/** All rows by ordinal, older versions included: what the index was made of. */
export async function* readRows(site: BuiltSite): AsyncGenerator<RowText> {
  for await (const { ordinal, rowTitle, title, parts } of readBodies(site)) {
    // The row's title is cut when it is very long.
    yield { ordinal, title: title ?? rowTitle ?? '', body: toBodyText(parts) }
  }
}

/** All bodies by ordinal, a pack in memory at a time. */
export async function* readBodies({ folder, manifest }: BuiltSite): AsyncGenerator<PlacedBody> {
  const read = (...[kind, hash]: Parameters<typeof dataPath>) =>
    readJson(join(folder, dataPath(kind, hash)))
  const { directories, tail } = manifest.timeline
  const shards: typeof tail = []
  for (const hash of directories) {
    shards.push(...parseShardDirectory(await read('directories', hash)).shards)
  }
  for (const hash of [...shards, ...tail]) {
    const { firstOrdinal, packs, rows } = parseTimelineShard(await read('timeline', hash))
    for (const { pack } of packs) {
      const part = parseBodyPack(await read('bodies', pack))
      for (const [at, body] of part.bodies.entries()) {
        const ordinal = part.firstOrdinal + at
        const row = rows[ordinal - firstOrdinal]
        if (row) yield { ...body, ordinal, rowTitle: row.title }
      }
    }
  }
}

/** Ordinals of older versions, which the plain timeline leaves out. */
export async function readSuperseded({ folder, manifest }: BuiltSite): Promise<Set<number>> {
  const opening = await readJson(join(folder, dataPath('opening', manifest.opening)))
  return new Set(toOrdinals(parseOpening(opening).superseded))
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'))
}
