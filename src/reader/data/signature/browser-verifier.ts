import type { Verifier } from '#contract/signing/verify-signed.ts'
import { canHash } from '#reader/data/files/can-hash.ts'
import { toSha256 } from '#shape/digest.ts'

/**
 * Verifies with the browser's own functions; Ed25519, which not every browser has, with a script that is loaded only
 * then. `undefined` where the browser has no cryptography at all: on pages without https.
 */
export async function openBrowserVerifier(): Promise<Verifier | undefined> {
  if (!canHash()) return undefined
  const { subtle } = globalThis.crypto
  return {
    sha256: toSha256,
    verify: (await hasEd25519(subtle)) ? makeOwn(subtle) : await loadOther(),
  }
}

async function hasEd25519(subtle: SubtleCrypto): Promise<boolean> {
  try {
    // The base point, which is a key as well as any other.
    const key = Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 0x58 : 0x66))
    await subtle.importKey('raw', key, 'Ed25519', false, ['verify'])
    return true
  } catch {
    return false
  }
}

function makeOwn(subtle: SubtleCrypto): Verifier['verify'] {
  return async (key, signature, bytes) => {
    const own = await subtle.importKey('raw', new Uint8Array(key), 'Ed25519', false, ['verify'])
    return subtle.verify('Ed25519', own, new Uint8Array(signature), new Uint8Array(bytes))
  }
}

async function loadOther(): Promise<Verifier['verify']> {
  const { verifyAsync } = await import('@noble/ed25519')
  return (key, signature, bytes) => verifyAsync(signature, bytes, key)
}
