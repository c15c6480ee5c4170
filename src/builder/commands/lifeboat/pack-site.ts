import { manifestPath } from '#contract/file-names.ts'
import type { LifeboatMaker } from '#shape/lifeboat/lifeboat-maker.ts'
import type { PackedFile } from '#shape/copy/copy-files.ts'
import { toDamaged, type SiteFiles } from '../built-site/site-files.ts'
import { SitePosts } from '../built-site/site-posts.ts'
import { listSiteData, readPacks } from './list-site-data.ts'

/**
 * Gives a lifeboat all files of a site, as they are, and the titles of its posts.
 * @throws BuildError when a file is missing or damaged.
 */
export async function packSite(
  site: SiteFiles,
  { take, list }: Pick<LifeboatMaker<unknown>, 'take' | 'list'>,
): Promise<void> {
  const { first, rest, pictures } = await listSiteData(site)
  for (const path of first) await take('first', await readFile(site, path))
  for (const path of rest) await take('rest', await readFile(site, path))
  const posts = new SitePosts(site)
  let listed = 0
  for await (const { file, pack } of readPacks(site, posts)) {
    await take('bodies', file)
    for (const [at, body] of [...pack.bodies.entries()].toReversed()) {
      list({ row: (await posts.row(pack.firstOrdinal + at)).row, body })
      listed++
    }
  }
  if (listed !== site.manifest.timeline.rows) throw toDamaged(manifestPath)
  for (const path of pictures) await take('pictures', await readFile(site, path))
}

/** @throws BuildError when it is missing, or its bytes do not match its name. */
async function readFile(site: SiteFiles, path: string): Promise<PackedFile> {
  return { path, bytes: await site.proven(path), bodies: 0 }
}
