import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { writeLifeboat } from '../lifeboat.ts'
import { postAttacks, toLabel } from './attack-archive.ts'
import type { Attack } from './attack.ts'
import { readInside, type Reading } from './in-page.ts'
import type { Outcome } from './outcome.ts'
import { readInGroups } from './read-groups.ts'
import type { SiteFiles } from './site-files.ts'
import type { Witness } from './witness.ts'

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

/** Opens every attack in a lifeboat that a page of the witness shows; `paths` are those of the articles on their site. */
export async function walkLifeboatAttacks(
  witness: Witness,
  page: Page,
  paths: readonly string[],
): Promise<Outcome[]> {
  const toReading = (attack: Attack): Reading => {
    const at = postAttacks.indexOf(attack)
    return {
      path: `#${paths[at]}`,
      label: toLabel(at),
      mayRefuse: false,
      mayCover: attack.bites === 'overlay',
      mostFrames: Infinity,
    }
  }
  return readInGroups(page, witness, {
    attacks: postAttacks,
    toReading,
    readAlone: (attack) => page.evaluate(readInside, toReading(attack)),
  })
}
