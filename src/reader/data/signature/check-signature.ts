import { ContractError } from '#contract/contract-error.ts'
import { manifestPath } from '#contract/file-names.ts'
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

/**
 * What is known of a site's signature. `wrong`: it does not hold; `other`: it holds for another build than the one this
 * page shows; `unread`: a file of it could not be had; `impossible`: the browser cannot verify here.
 */
export type SignatureState =
  { kind: 'verified'; signed: SignedSite } | { kind: 'wrong' | 'other' | 'unread' | 'impossible' }

/** Reads a file of the site as its host has it now. */
type ReadNow = (path: string) => Promise<Uint8Array>

/** Verifies who signed the manifest that this page has. `archive` and `buildId` are what it says. */
export async function checkSignature(
  { archive, buildId }: { archive: string; buildId: string },
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
    if (readBuildId(manifest) !== buildId) return { kind: 'other' }
    const signed = await verifySigned({ sums, signature, keys, keysSignature }, tools)
    const root = parseSumsRoot(new TextDecoder().decode(sums))
    const isSame = toHex(await tools.sha256(manifest)) === root.manifest.sha256
    return isSame && signed.head.archive === archive
      ? { kind: 'verified', signed }
      : { kind: 'wrong' }
  } catch (error) {
    if (error instanceof DataError) return { kind: 'unread' }
    if (error instanceof SignatureError || error instanceof ContractError) return { kind: 'wrong' }
    throw error
  }
}

function readBuildId(manifest: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(manifest))
    return typeof value === 'object' && value !== null && 'buildId' in value
      ? value.buildId
      : undefined
  } catch {
    return undefined
  }
}

function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
