import type { FacetName } from './facet.ts'

/** Name of a facet value as a component of a path: ASCII, at most 35 characters, the same on every file system. */
export type FacetValueName = string & { readonly kind: 'FacetValueName' }

const longestWord = 24
const digits = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * Names a value for paths of pages and feeds: `privacy-4htgqsmpmz`. The letters and digits of the value are for people; ten base32
 * characters (50 bits) tell values apart, Chinese ones and those that differ in case alone too. Builder and reader
 * make the same name; two values of one archive may share one only by design of an attacker, so builders look.
 */
export function toFacetValueName(facet: FacetName, value: string): FacetValueName {
  const word = value
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longestWord)
    .replaceAll(/^-+|-+$/g, '')
  return `${word === '' ? '' : `${word}-`}${toDigest(`${facet}\n${value}`)}` as FacetValueName
}

/** Fifty bits of cyrb53 (bryc, public domain), a mixing hash that needs no wide integers and no waiting. */
function toDigest(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 2_654_435_761)
    low = Math.imul(low ^ unit, 1_597_334_677)
  }
  const mixedHigh =
    Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  const mixedLow =
    Math.imul(low ^ (low >>> 16), 2_246_822_507) ^
    Math.imul(mixedHigh ^ (mixedHigh >>> 13), 3_266_489_909)
  let number = (mixedLow & 0x3ffff) * 0x1_0000_0000 + (mixedHigh >>> 0)
  let digest = ''
  while (digest.length < 10) {
    digest += digits[number % 32]
    number = Math.floor(number / 32)
  }
  return digest
}
