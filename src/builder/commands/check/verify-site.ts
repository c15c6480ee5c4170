import { outputs } from '#builder/outputs/outputs.ts'
import { manifestPath } from '#contract/file-names.ts'
import { BuiltSite, toFaultText } from '#builder/site/verify/built-site.ts'
import { verifyPageGuards } from '#builder/site/verify/verify-page-guards.ts'

/** Result of verifying a site. */
export interface SiteVerdict {
  /** Number of files checked. */
  files: number
  /** One sentence per fault; empty when the site is intact. */
  faults: string[]
}

/**
 * Verifies a built site: every hash, shape and count, and the safety of every page.
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
  // Files of no output, or of one whose verification failed, must exist as well.
  faults.push(...(await verifyPageGuards(site, () => true)))
  for (const path of site.listUnchecked()) await site.expectFile(path)
  return { files: site.checkedFiles, faults: [...faults, ...site.damage] }
}
