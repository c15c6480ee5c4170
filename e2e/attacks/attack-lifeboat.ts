import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeLifeboat } from '../lifeboat.ts'
import type { SiteFiles } from './site-files.ts'

/** Writes the archive of a site into one lifeboat, by the product's own command line; returns its path. */
export async function writeAttackLifeboat(files: SiteFiles, folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true })
  const site = join(folder, 'site')
  const paths = [...files.keys()].filter(
    (path) => path === 'manifest.json' || path.startsWith('data/'),
  )
  for (const path of paths) {
    await mkdir(dirname(join(site, path)), { recursive: true })
    await writeFile(join(site, path), files.get(path) ?? '')
  }
  const record = { generations: [{ buildId: '', files: paths }] }
  await writeFile(join(site, '.broadsheet.json'), JSON.stringify(record))
  const path = join(folder, 'attacks.html')
  writeLifeboat(path, { site })
  return path
}
