/** Content hash of a file: the first 16 base32 characters (80 bits) of the SHA-256 of its bytes. Part of the file's name. */
export type FileHash = string & { readonly kind: 'FileHash' }

export const fileHashPattern = /^[a-z2-7]{16}$/

/** Kinds of immutable files, each a folder below `data/`. */
export const dataKinds = [
  'timeline',
  'directories',
  'opening',
  'facets',
  'selections',
  'bodies',
  'report',
] as const
export type DataKind = (typeof dataKinds)[number]

/** Name of the only mutable data file. */
export const manifestPath = 'manifest.json'

/** Path of an immutable file below the site's root. */
export function dataPath(kind: DataKind, hash: FileHash): string {
  return `data/${kind}/${hash}.${kind === 'selections' ? 'bin' : 'json'}`
}

/** Digits of base32, lower case. */
export const base32Alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** Base32 (RFC 4648, lower case, unpadded) of a digest, cut to a length; runs in Node and in the browser. */
export function toBase32(digest: Uint8Array, length: number): string {
  let text = ''
  let bits = 0
  let pending = 0
  for (const byte of digest) {
    pending = (pending << 8) | byte
    bits += 8
    while (bits >= 5 && text.length < length) {
      bits -= 5
      text += base32Alphabet[(pending >>> bits) & 31]
    }
    pending &= 31
  }
  return text
}

/** Name part of a file from the SHA-256 digest of its bytes. */
export function toFileHash(sha256: Uint8Array): FileHash {
  return toBase32(sha256, 16) as FileHash
}
