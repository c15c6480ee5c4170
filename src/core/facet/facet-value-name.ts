import type { FacetName } from './facet.ts'
import { toTextDigest } from '../text/text-digest.ts'

/** Name of a facet value as a path component: ASCII, at most 35 characters, the same on every file system. */
export type FacetValueName = string & { readonly kind: 'FacetValueName' }

const longestWord = 24
const digits = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * Names a value for the paths of pages and feeds: `privacy-4htgqsmpmz`. The letters and digits of the value are for
 * people. The ten base32 characters (50 bits) distinguish values, including Chinese ones and those that differ only in
 * case. Builder and reader compute the same name. Two values of one archive share a name only if an attacker crafted
 * them, so the builder checks.
 */
export function toFacetValueName(facet: FacetName, value: string): FacetValueName {
  const word = value
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longestWord)
    .replaceAll(/^-+|-+$/g, '')
  return `${word === '' ? '' : `${word}-`}${toDigest(`${facet}\n${value}`)}` as FacetValueName
}

function toDigest(text: string): string {
  let number = toTextDigest(text)
  let digest = ''
  while (digest.length < 10) {
    digest += digits[number % 32]
    number = Math.floor(number / 32)
  }
  return digest
}
