/**
 * Content hash of a file: the first 26 base32 characters (130 bits) of the SHA-256 of its bytes. Part of the file's name.
 * That is enough for bytes from hosts that nobody trusts: to find other bytes of one name takes 2^130 hashes.
 */
export type FileHash = string & { readonly kind: 'FileHash' }

/** Characters of a file hash. */
const hashCharacters = 26

export const fileHashPattern = /^[a-z2-7]{26}$/

/** Parses the hash in a file's name; `undefined` for anything else. */
export function parseFileHash(text: string | undefined): FileHash | undefined {
  return text !== undefined && fileHashPattern.test(text) ? (text as FileHash) : undefined
}

/** Kinds of immutable files. Each has a folder below `data/`. */
export const dataKinds = [
  'manifests',
  'timeline',
  'directories',
  'opening',
  'facets',
  'selections',
  'columns',
  'clocks',
  'bodies',
  'sources',
  'originals',
  'report',
  'statistics',
  'search',
  'addresses',
  'topics',
  'elsewhere',
  'sums',
  'offline',
] as const
export type DataKind = (typeof dataKinds)[number]

const binaryKinds: ReadonlySet<DataKind> = new Set<DataKind>([
  'selections',
  'columns',
  'clocks',
  'search',
])

/** Hosts compress text. */
const textKinds: ReadonlySet<DataKind> = new Set<DataKind>(['sources', 'sums'])

/** Path of the only mutable data file: a copy of the newest file in `data/manifests/`. */
export const manifestPath = 'manifest.json'

/** Path of an immutable file below the site's root. */
export function dataPath(kind: DataKind, hash: FileHash): string {
  const end = textKinds.has(kind) ? 'txt' : binaryKinds.has(kind) ? 'bin' : 'json'
  return `data/${kind}/${hash}.${end}`
}

const dataPathPattern = /^data\/([a-z]+)\/([a-z2-7]{26})\.[a-z]+$/

/**
 * Reads what the path of an immutable file says of it: its folder and the hash of its content. `undefined` for other
 * files, and for blocks of the search index, which bear the name of their segment.
 */
export function parseDataPath(path: string): { folder: string; hash: FileHash } | undefined {
  const [, folder, hash] = dataPathPattern.exec(path) ?? []
  return folder === undefined ? undefined : { folder, hash: hash as FileHash }
}

/**
 * Path of a block of a search segment. A segment is named by the root of the Merkle tree over its blocks, so these
 * are as immutable as other data files. The root of the index (`dataPath('search', …)`) names the segments.
 */
export function searchBlockPath(segment: FileHash, block: number): string {
  return `data/search/${segment}/${block}.bin`
}

/** Base32 digits in lower case. */
export const base32Alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * Encodes a digest in base32 (RFC 4648, lower case, unpadded), truncated to `length`. Runs in Node and in the browser.
 */
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

/** Converts the SHA-256 digest of a file's bytes to the hash in its name. */
export function toFileHash(sha256: Uint8Array): FileHash {
  return toBase32(sha256, hashCharacters) as FileHash
}

/** Bytes that the bits of a file hash take. */
export const fileHashBytes = Math.ceil((hashCharacters * 5) / 8)

/** Inverse of base32: the 130 bits of a file hash, as 17 bytes; the last six bits are 0. */
export function toHashBits(hash: FileHash): Uint8Array {
  const bits = new Uint8Array(fileHashBytes)
  let at = 0
  let pending = 0
  let pendingBits = 0
  for (const character of hash) {
    pending = ((pending << 5) | base32Alphabet.indexOf(character)) & 0xfff
    pendingBits += 5
    if (pendingBits < 8) continue
    pendingBits -= 8
    bits[at++] = (pending >>> pendingBits) & 255
  }
  bits[at] = (pending << (8 - pendingBits)) & 255
  return bits
}
