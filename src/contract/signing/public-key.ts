import { toHex } from '#core/bytes/to-hex.ts'
import { toBase32 } from '../file-names.ts'
import { fromBase64, toBase64 } from './base64.ts'

/** Ed25519, over the bytes themselves: what minisign calls its legacy form. */
export const keyAlgorithm = [0x45, 0x64] as const

/** A public key in minisign's form. */
export interface PublicKey {
  /** Eight bytes that tell keys apart, not part of the proof. */
  number: Uint8Array
  /** The key itself, 32 bytes. */
  key: Uint8Array
}

const numberBytes = 8
const keyBytes = 32

/** Parses a public key as minisign writes it: base64 of `Ed`, number and key. `undefined` when it is anything else. */
export function parsePublicKey(text: string): PublicKey | undefined {
  const bytes = fromBase64(text)
  if (bytes?.length !== keyAlgorithm.length + numberBytes + keyBytes) return undefined
  if (!keyAlgorithm.every((byte, at) => bytes[at] === byte)) return undefined
  return { number: bytes.slice(2, 2 + numberBytes), key: bytes.slice(2 + numberBytes) }
}

/** Inverse of `parsePublicKey`. */
export function toPublicKeyText({ number, key }: PublicKey): string {
  return toBase64(Uint8Array.of(...keyAlgorithm, ...number, ...key))
}

/** The number of a key as minisign shows it: 16 hexadecimal digits, its last byte first. */
export function toKeyNumberText({ number }: Pick<PublicKey, 'number'>): string {
  return toHex(Uint8Array.from(number).reverse()).toUpperCase()
}

/** What every name of an archive looks like. */
export const archiveIdPattern = /^[a-z2-7]{26}$/

/** Name of an archive: the first 130 bits of the SHA-256 of its root key, in base32. */
export function toArchiveId(sha256OfRoot: Uint8Array): string {
  return toBase32(sha256OfRoot, 26)
}

/** What people compare: the first eight characters of an archive's name, as in `abcd-efgh`. */
export function toKeyPrint(archive: string): string {
  return `${archive.slice(0, 4)}-${archive.slice(4, 8)}`
}

/** The print of the archive that signed a manifest; `undefined` where nobody did. */
export function toManifestPrint({ archive }: { archive?: string | undefined }): string | undefined {
  return archive === undefined ? undefined : toKeyPrint(archive)
}
