import { toHex } from '#core/bytes/to-hex.ts'
import { readBuildId } from '#contract/build-id.ts'
import { ContractError } from '#contract/contract-error.ts'
import { manifestPath } from '#contract/file-names.ts'
import { parseManifest, type Manifest } from '#contract/manifest.ts'
import { keysPath, keysSignaturePath } from '#contract/signing/keys-file.ts'
import { signaturePath } from '#contract/signing/signed-head.ts'
import {
  SignatureError,
  verifySigned,
  type SignedSite,
  type Verifier,
} from '#contract/signing/verify-signed.ts'
import { parseSumsRoot, sumsPath } from '#contract/sums-file.ts'
import { DataError } from '../files/data-error.ts'

/** What is known of a site's signature. */
export type SignatureState =
  | { kind: 'verified'; signed: SignedSite }
  // `wrong`: it does not hold; `other`: it holds for another build than the one this page shows; `unread`: a file of it could not be
  // had; `impossible`: the browser cannot verify here.
  | { kind: 'wrong' | 'other' | 'unread' | 'impossible' }

/** Reads a file of the site as its host has it now. */
type ReadNow = (path: string) => Promise<Uint8Array>

/** Verifies who signed what this page shows: `shown` is the manifest that it started with. */
export async function checkSignature(
  shown: Manifest,
  read: ReadNow,
  tools: Verifier | undefined,
): Promise<SignatureState> {
  if (tools === undefined) return { kind: 'impossible' }
  try {
    const [manifest, sums, signature, keys, keysSignature] = await Promise.all([
      read(manifestPath),
      read(sumsPath),
      read(signaturePath),
      read(keysPath),
      read(keysSignaturePath),
    ])
    if (readBuildId(manifest) !== shown.buildId) return { kind: 'other' }
    const signed = await verifySigned({ sums, signature, keys, keysSignature }, tools)
    const root = parseSumsRoot(new TextDecoder().decode(sums))
    const isSame = toHex(await tools.sha256(manifest)) === root.manifest.sha256
    return isSame && isShown(manifest, shown) && signed.head.archive === shown.archive
      ? { kind: 'verified', signed }
      : { kind: 'wrong' }
  } catch (error) {
    if (error instanceof DataError) return { kind: 'unread' }
    if (error instanceof SignatureError || error instanceof ContractError) return { kind: 'wrong' }
    throw error
  }
}

/**
 * Whether bytes are those of the manifest that the page started with. The page has only what was parsed of them, and uses
 * nothing else; the same parser gives equal manifests the same order of fields.
 * @throws ContractError when they are no manifest of this version.
 */
function isShown(bytes: Uint8Array, shown: Manifest): boolean {
  const now = parseManifest(JSON.parse(new TextDecoder().decode(bytes)))
  return JSON.stringify(now) === JSON.stringify(shown)
}
