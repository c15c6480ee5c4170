/**
 * Addresses of what the archive itself holds and no host serves: pictures that were part of a post's text, and files of
 * a site whose address is not known. The name is reserved (RFC 6761): it never leads to a host.
 */
export const ownHost = 'archive.invalid'
export const ownOrigin = `https://${ownHost}`

/** Whether an address is the archive's own. */
export function isOwnAddress(url: string): boolean {
  return url.startsWith(`${ownOrigin}/`)
}
