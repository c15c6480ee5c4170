import { hash } from 'node:crypto'
import { base32Alphabet } from '#contract/file-names.ts'
import { toSourceUrlKey } from '#core/source-url.ts'

// Numbers instead of texts: a million of them are compared and kept at a tenth of the cost. Whoever finds two equal still
// compares the texts.

/** 40 bits of the hash of collection and file name. */
export function toNameHash(collection: string, fileName: string): number {
  return toNumber(`${collection}\n${fileName}`)
}

/** 40 bits of the hash of what a source address says; `undefined` when it does not say which article is meant. */
export function toUrlHash(sourceUrl: string | undefined): number | undefined {
  const key = sourceUrl === undefined ? undefined : toSourceUrlKey(sourceUrl)
  return key === undefined ? undefined : toNumber(key)
}

/** The part of a post id that a name's hash gives: eight characters of base32 are just its 40 bits. */
export function toIdText(nameHash: number): string {
  return toHalf(Math.floor(nameHash / 2 ** 20)) + toHalf(nameHash % 2 ** 20)
}

/** Four characters for 20 bits. */
function toHalf(bits: number): string {
  return [15, 10, 5, 0].map((shift) => base32Alphabet[(bits >>> shift) & 31]).join('')
}

/** The part of a post id that any other text gives. */
export function toTextId(text: string): string {
  return toIdText(toNumber(text))
}

function toNumber(text: string): number {
  return Number.parseInt(hash('sha256', text, 'hex').slice(0, 10), 16)
}
