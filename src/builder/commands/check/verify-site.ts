import { outputs } from '#builder/outputs/outputs.ts'
import { manifestPath } from '#contract/file-names.ts'
import { BuiltSite, toFaultText } from '#builder/site/verify/built-site.ts'
import { verifyPages } from '#builder/site/verify/verify-pages.ts'

/** What verifying a site found. */
export interface SiteVerdict {
  /** Files that were checked. */
  files: number
  /** One sentence each; none when the site is whole. */
  faults: string[]
}

/**
 * Verifies a built site: every hash, every shape, every count, and the guards of every page.
 * @throws Error when the folder has no record of what was built.
 */
export async function verifySite(folder: string): Promise<SiteVerdict> {
  const site = await BuiltSite.open(folder)
  const faults: string[] = []
  try {
    const manifest = await site.readManifest()
    for (const output of outputs) faults.push(...(await output.verify(manifest, site)))
  } catch (error) {
    faults.push(`${manifestPath}: ${toFaultText(error)}`)
  }
  // What belongs to no output, or to one that could not be verified, must be there all the same.
  faults.push(...(await verifyPages(site, () => true)))
  for (const path of site.listUnchecked()) await site.expectFile(path)
  return { files: site.checkedFiles, faults: [...faults, ...site.damage] }
}
