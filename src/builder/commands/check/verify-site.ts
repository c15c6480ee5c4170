import { outputs } from '#builder/outputs/outputs.ts'
import { manifestPath } from '#contract/file-names.ts'
import { toFaultText } from '#builder/ground/text/fault-text.ts'
import { accountForFiles } from '#builder/site/verify/account-for-files.ts'
import { BuiltSite } from '#builder/site/verify/built-site.ts'
import type { PublicKey } from '#contract/signing/public-key.ts'
import { withoutNamed } from './without-named.ts'
import { verifySignature } from './verify-signature.ts'
import { verifyManifest } from '#builder/site/verify/verify-manifest.ts'
import { verifyPageGuards } from '#builder/site/verify/verify-page-guards.ts'

/** Result of verifying a site. */
export interface SiteVerdict {
  /** Number of files checked. */
  files: number
  /** One sentence per fault; empty when the site is intact. */
  faults: string[]
  /** What somebody should know and is no fault. */
  notes: string[]
}

/**
 * Verifies a built site: every byte of every file, every shape and count, and the safety of every page; and who signed
 * it, which must be the root key `key` where one is given.
 */
export async function verifySite(folder: string, key?: PublicKey): Promise<SiteVerdict> {
  const site = await BuiltSite.open(folder, { hasKey: key !== undefined })
  const faults: string[] = []
  let archive: string | undefined
  try {
    const manifest = await site.readManifest()
    archive = manifest.archive
    faults.push(...(await verifyManifest(site)))
    for (const output of outputs) faults.push(...(await output.verify(manifest, site)))
  } catch (error) {
    faults.push(`${manifestPath}: ${toFaultText(error)}`)
  }
  // Files of no output, or of one whose verification failed.
  faults.push(...(await verifyPageGuards(site, () => true)))
  const signed = await verifySignature(site, archive, key)
  faults.push(...signed.faults)
  const account = await accountForFiles(site)
  // The lists of hashes account for their files; those of an older site are at least there.
  const { current } = site.sums
  for (const path of site.listUnchecked()) if (!current.has(path)) await site.expectFile(path)
  faults.push(...site.damage)
  return {
    files: site.checkedFiles,
    faults: [...faults, ...withoutNamed(account.faults, faults)],
    notes: [...account.notes, ...signed.notes],
  }
}
