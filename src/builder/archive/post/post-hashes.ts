import { hash } from 'node:crypto'
import { base32Alphabet } from '#contract/file-names.ts'
import { toSourceUrlKey } from '#core/address/source-url.ts'

// Numbers instead of texts: comparing and keeping a million of them costs a tenth. Equal hashes may be collisions, so
// callers compare the texts as well.

/** 40 bits of the hash of collection and file name. */
export function toNameHash(collection: string, fileName: string): number {
  return toTextNumber(`${collection}\n${fileName}`)
}

/** 40 bits of the hash of a source URL's key; `undefined` when the URL does not identify an article. */
export function toUrlHash(sourceUrl: string | undefined): number | undefined {
  const key = sourceUrl === undefined ? undefined : toSourceUrlKey(sourceUrl)
  return key === undefined ? undefined : toTextNumber(key)
}

/** The part of a post id that encodes a name hash: its 40 bits as eight characters of base32. */
export function toIdText(nameHash: number): string {
  return toHalf(Math.floor(nameHash / 2 ** 20)) + toHalf(nameHash % 2 ** 20)
}

/** Lookup table: two characters for each 10-bit number. */
const pairs = Array.from(base32Alphabet).flatMap((first) =>
  Array.from(base32Alphabet, (second) => first + second),
)

/** Encodes 20 bits as four characters. */
function toHalf(bits: number): string {
  return (pairs[bits >>> 10] ?? '') + (pairs[bits & 1023] ?? '')
}

/** 40 bits of the hash of a text. */
export function toTextNumber(text: string): number {
  return Number.parseInt(hash('sha256', text, 'hex').slice(0, 10), 16)
}
