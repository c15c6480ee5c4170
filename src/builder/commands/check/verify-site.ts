import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { manifestPath } from '#contract/file-names.ts'
import { parseManifest } from '#contract/manifest.ts'
import { findUnsafeMarkup } from '#builder/site/page/check-page.ts'
import { markerPath, parseGenerations } from '#builder/site/write/generations.ts'
import {
  makeVerifiedReader,
  toFaultText,
  type VerifyNotes,
} from '#builder/site/verify/verified-reader.ts'
import { verifyData } from '#builder/outputs/verify/verify-data.ts'
import { verifyForOthers } from '#builder/outputs/verify/verify-for-others.ts'
import { verifySearch } from '#builder/outputs/verify/verify-search.ts'

/** What verifying a site found. */
export interface SiteVerdict {
  /** Files looked at. */
  files: number
  /** One sentence each; none when the site is whole. */
  faults: string[]
}

/** Verifies a built site: every hash, every shape, every count, and the policy of every page. */
export async function verifySite(folder: string): Promise<SiteVerdict> {
  const faults: string[] = []
  const looked = new Set<string>([manifestPath])
  const reader = makeVerifiedReader(folder, { faults, looked })
  try {
    const manifest = parseManifest(JSON.parse(await readFile(join(folder, manifestPath), 'utf8')))
    faults.push(...(await verifyData(manifest, reader)))
    await verifySearch(manifest, reader, { folder, faults, looked })
    const paths = new Set(await readListed(folder))
    await verifyForOthers(manifest, { folder, paths }, { faults, looked })
  } catch (error) {
    faults.push(`${manifestPath}: ${toFaultText(error)}`)
  }
  await verifyListed(folder, { faults, looked })
  return { files: looked.size, faults }
}

/** Files the newest build recorded: each must exist, each page must carry its guards. */
async function verifyListed(folder: string, { faults, looked }: VerifyNotes): Promise<void> {
  for (const path of await readListed(folder)) {
    if (looked.has(path)) continue
    looked.add(path)
    try {
      if (!path.endsWith('.html')) await stat(join(folder, path))
      else {
        const fault = findUnsafeMarkup(await readFile(join(folder, path), 'utf8'))
        if (fault !== undefined) faults.push(`${path}: ${fault}`)
      }
    } catch (error) {
      faults.push(`${path}: ${toFaultText(error)}`)
    }
  }
}

async function readListed(folder: string): Promise<string[]> {
  const record = parseGenerations(await readFile(join(folder, markerPath), 'utf8'))
  return record?.generations[0]?.files ?? []
}
