/** Most mirrors that a site names. */
export const mostMirrors = 16

/** Longest address of a mirror, characters. */
const mostCharacters = 200

// As `URL` writes it, so that it goes into a policy and before a path as it is: no user name, no query, no quotes,
// commas or semicolons. No IPv6 address, which policies cannot name.
const pattern =
  /^(?:https:\/\/(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d](?:[a-z\d-]*[a-z\d])?|http:\/\/(?:localhost|127\.0\.0\.1))(?::\d{1,5})?\/(?:(?!\.{1,2}\/)(?:[\w.~-]|%[\dA-F]{2})+\/)*$/

/**
 * Whether a text is the full address of a mirror: https, the folder of a site, with a slash at its end. Also http, but
 * only of this machine, to try it out.
 */
export function isMirrorAddress(text: string): boolean {
  return text.length <= mostCharacters && pattern.test(text)
}

/** The mirrors of a manifest that may be asked: what is no address of one is left out, and what is beyond the most. */
export function listMirrorAddresses(mirrors: readonly string[] | undefined): string[] {
  return [...new Set(mirrors)].filter(isMirrorAddress).slice(0, mostMirrors)
}
