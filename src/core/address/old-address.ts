import { toTextDigest } from '../text/text-digest.ts'

/** Canonical key of an old address: the same for all spellings of it. */
export type OldAddressKey = string & { readonly kind: 'OldAddressKey' }

/**
 * Returns the key of an old address, given decoded and relative to the site's base: without slashes at its ends,
 * `index.html` and `.html`, which hosts add and remove. `undefined` for the site's own root.
 */
export function toOldAddressKey(path: string): OldAddressKey | undefined {
  const key = path
    .normalize('NFC')
    .replace(/^\/+/, '')
    .replace(/(?:(?:^|\/)index\.html?|\/+)$/, '')
    .replace(/([^/])\.html?$/, '$1')
  return key === '' ? undefined : (key as OldAddressKey)
}

/** Parses a key made by `toOldAddressKey`; `undefined` for anything else. */
export function parseOldAddressKey(text: unknown): OldAddressKey | undefined {
  return typeof text === 'string' && text !== '' ? (text as OldAddressKey) : undefined
}

/** Which of so many buckets holds an address. */
export function toBucketNumber(key: OldAddressKey, buckets: number): number {
  return toTextDigest(key) % buckets
}

/**
 * Key that matches the name of a post with its name in an old address, whichever version of Jekyll made the address:
 * letters and digits in lower case, joined by hyphens. May be empty.
 */
export function toTitleKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
