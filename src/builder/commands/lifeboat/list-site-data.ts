import { parseBodyPack, type BodyPack } from '#contract/body-pack.ts'
import { dataPath, manifestPath } from '#contract/file-names.ts'
import { BuildError } from '#builder/ground/build-error.ts'
import { listCurrentFiles } from '#builder/site/write/generations.ts'
import { parseSiteFile, type SiteFiles } from '../built-site/site-files.ts'
import type { SitePosts } from '../built-site/site-posts.ts'
import type { PackedFile } from '#shape/copy/copy-files.ts'

/**
 * Files of a site that a lifeboat does without: it searches the texts themselves, has no page beside it, holds the manifest
 * as `manifest.json` and proves its parts by hashes of its own.
 */
const leftOut = /^data\/(?:manifests|search|originals|sources|sums)\//

const pictures = /^data\/images\//
const bodies = /^data\/bodies\//

/** The files of a site that go into a lifeboat, by what they are needed for. */
export interface SiteData {
  /** What every view needs first. */
  first: string[]
  /** Rows, and what filters, calendar and the pages behind About are made of. */
  rest: string[]
  pictures: string[]
}

/**
 * Lists the data files of the newest build of a site.
 * @throws BuildError when the folder does not say which they are.
 */
export async function listSiteData(site: SiteFiles): Promise<SiteData> {
  const files = listCurrentFiles(Buffer.from(await site.bytes('.broadsheet.json')).toString())
  if (files === undefined) {
    throw new BuildError(
      'The folder does not say which of its files belong to the newest build.',
      'Give the folder that `broadsheet build` wrote with --out.',
    )
  }
  const { opening, facets } = site.manifest
  const first = [
    manifestPath,
    dataPath('opening', opening),
    ...facets.map(({ dictionary }) => dataPath('facets', dictionary)),
  ]
  const data = files.filter((path) => path.startsWith('data/') && !leftOut.test(path))
  return {
    first,
    rest: data.filter(
      (path) => !first.includes(path) && !bodies.test(path) && !pictures.test(path),
    ),
    pictures: data.filter((path) => pictures.test(path)),
  }
}

/** The packs of a site, the newest posts first: a file that is cut off loses the oldest. */
export async function* readPacks(
  site: SiteFiles,
  posts: SitePosts,
): AsyncGenerator<{ file: PackedFile; pack: BodyPack }> {
  const done = new Set<string>()
  for (let ordinal = site.manifest.timeline.rows - 1; ordinal >= 0;) {
    const { packs, firstOrdinal } = await posts.shard(ordinal)
    for (const { pack: hash } of packs.toReversed()) {
      // A pack may reach across two shards.
      if (done.has(hash)) continue
      done.add(hash)
      const path = dataPath('bodies', hash)
      const bytes = await site.data('bodies', hash)
      const pack = parseSiteFile(path, bytes, parseBodyPack)
      yield { file: { path, bytes, bodies: pack.bodies.length }, pack }
    }
    ordinal = firstOrdinal - 1
  }
}
