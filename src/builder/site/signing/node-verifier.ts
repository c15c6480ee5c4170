import { createPublicKey, verify } from 'node:crypto'
import type { Verifier } from '#contract/signing/verify-signed.ts'
import { sha256 } from '#builder/ground/sha256.ts'

/** What comes before the 32 bytes of an Ed25519 key in its standard form (RFC 8410). */
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex')

/** Whether an Ed25519 signature is of these bytes by this key of 32 bytes. */
export function isSignedBy(key: Uint8Array, signature: Uint8Array, bytes: Uint8Array): boolean {
  const encoded = Buffer.concat([spkiHead, key])
  const publicKey = createPublicKey({ key: encoded, format: 'der', type: 'spki' })
  return verify(null, bytes, publicKey, signature)
}

/** Verifies with Node's own functions. */
export const nodeVerifier: Verifier = {
  sha256: (bytes) => Promise.resolve(sha256(bytes)),
  verify: (...signed) => Promise.resolve(isSignedBy(...signed)),
}
