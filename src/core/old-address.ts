/** Name of an old address: what all ways of writing it have in common. */
export type OldAddressKey = string & { readonly kind: 'OldAddressKey' }

/**
 * Names an old address, given decoded and below the site's base: without slashes at its ends, `index.html` and `.html`, which
 * hosts add and take away. `undefined` for the site's own root.
 */
export function toOldAddressKey(path: string): OldAddressKey | undefined {
  const key = path
    .normalize('NFC')
    .replace(/^\/+/, '')
    .replace(/(?:(?:^|\/)index\.html?|\/+)$/, '')
    .replace(/(?<=[^/])\.html?$/, '')
  return key === '' ? undefined : (key as OldAddressKey)
}

/** Reads a name that `toOldAddressKey` gave; `undefined` for none. */
export function parseOldAddressKey(text: unknown): OldAddressKey | undefined {
  return typeof text === 'string' && text !== '' ? (text as OldAddressKey) : undefined
}

/**
 * What the name of a post and its name in an old address have in common, whichever version of Jekyll made the address: letters
 * and digits, lower case. May be empty.
 */
export function toTitleKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-|-$/g, '')
}
