import { hash } from 'node:crypto'
import { base32Alphabet } from '#contract/file-names.ts'
import { toSourceUrlKey } from '#core/source-url.ts'

// Numbers instead of texts: a million of them are compared and kept at a tenth of the cost. Whoever finds two equal still
// compares the texts.

/** 40 bits of the hash of collection and file name. */
export function toNameHash(collection: string, fileName: string): number {
  return toTextNumber(`${collection}\n${fileName}`)
}

/** 40 bits of the hash of what a source address says; `undefined` when it does not say which article is meant. */
export function toUrlHash(sourceUrl: string | undefined): number | undefined {
  const key = sourceUrl === undefined ? undefined : toSourceUrlKey(sourceUrl)
  return key === undefined ? undefined : toTextNumber(key)
}

/** The part of a post id that a name's hash gives: eight characters of base32 are just its 40 bits. */
export function toIdText(nameHash: number): string {
  return toHalf(Math.floor(nameHash / 2 ** 20)) + toHalf(nameHash % 2 ** 20)
}

/** Two characters for each number of 10 bits: a look-up instead of putting together one by one. */
const pairs = Array.from(base32Alphabet).flatMap((first) =>
  Array.from(base32Alphabet, (second) => first + second),
)

/** Four characters for 20 bits. */
function toHalf(bits: number): string {
  return (pairs[bits >>> 10] ?? '') + (pairs[bits & 1023] ?? '')
}

/** 40 bits of the hash of a text. */
export function toTextNumber(text: string): number {
  return Number.parseInt(hash('sha256', text, 'hex').slice(0, 10), 16)
}
