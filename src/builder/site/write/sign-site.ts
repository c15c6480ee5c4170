import type { FileHash } from '#contract/file-names.ts'
import type { Disk } from '#builder/ground/disk/disk.ts'
import type { BuildSigner } from '../signing/build-signer.ts'
import { readSignedBefore } from '../signing/signed-before.ts'
import type { Generation } from './generations.ts'

interface SiteToSign {
  disk: Disk
  /** `SHA256SUMS`. */
  sums: Uint8Array
  /** The build before, as the record in the folder tells of it. */
  earlier: Generation | undefined
  /** Lists of lists that the cache knows to be of earlier builds. */
  known: readonly (FileHash | undefined)[]
}

/**
 * Signs a site. Files of the build before that stay in the folder are signed for with it, where cache or signature prove
 * that this program wrote them: others can write to the folder and its record.
 */
export async function signSite(
  signer: BuildSigner,
  { disk, sums, earlier, known }: SiteToSign,
): Promise<{ signature: Uint8Array; keeps: FileHash | undefined }> {
  const before = await readSignedBefore(disk)
  const lists = earlier?.lists
  const isProven = known.includes(lists) || signer.listProven(before).some((one) => one === lists)
  const keeps = isProven ? lists : undefined
  return { signature: await signer.sign(sums, { before, keeps }), keeps }
}
