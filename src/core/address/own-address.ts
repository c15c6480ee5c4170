import type { PostId } from '../post/post-id.ts'
import { toTextDigest } from '../text/text-digest.ts'
import { parseUrl } from './parse-url.ts'

/**
 * Addresses of what the archive itself holds and no host serves: pictures that were part of a post's text, and files of
 * a site whose address is not known. The name is reserved (RFC 6761): it never leads to a host.
 */
export const ownHost = 'archive.invalid'
export const ownOrigin = `https://${ownHost}`

const ownAddress = /^https:\/\/(?:[a-z\d]+\.)?archive\.invalid(?:\/|$)/

/** Whether an address is the archive's own. */
export function isOwnAddress(url: string): boolean {
  return ownAddress.test(url)
}

/** Stands for a site whose address is not known, so that links in it can be told from each other. */
export function toUnknownSite(collection: string): string {
  return `https://${toTextDigest(collection).toString(36)}.${ownHost}`
}

/** How links from one post of the archive to another begin, in bodies; behind it stands the id. */
export const innerLinkStart = `${ownOrigin}/posts/`

/** Address of a post as links of other posts have it in bodies; `hash` is a place in it, with `#`, or empty. */
export function toInnerLink(id: PostId, hash: string): string {
  return `${innerLinkStart}${id}${hash}`
}

/** A link that names a post of the archive by its file, before it is known which post that is. */
export interface NamedLink {
  /** Name of a file, perhaps with folders and ending, as written. */
  name: string
  /** Where the link leads when there is no such post; absent when only its words are left then. */
  otherwise?: string
  /** Place in the post, with `#`; empty for none. */
  hash: string
  /** Set for links of wikis, whose posts need not be there. */
  isWiki?: true
}

const nameStart = `${ownOrigin}/name/`

/** Address that stands for the post of a name until all posts are read. */
export function toNamedLink({ name, otherwise, hash, isWiki }: NamedLink): string {
  const known = otherwise === undefined ? '' : `?else=${encodeURIComponent(otherwise)}`
  const query = isWiki === true ? '?wiki' : known
  return `${nameStart}${encodeURIComponent(name)}${query}${hash}`
}

/** Parses an address made by `toNamedLink`; `undefined` for any other. */
export function parseNamedLink(address: string): NamedLink | undefined {
  if (!address.startsWith(nameStart)) return undefined
  const url = parseUrl(address)
  if (url === undefined) return undefined
  const otherwise = url.searchParams.get('else')
  try {
    return {
      name: decodeURIComponent(url.pathname.slice('/name/'.length)),
      ...(otherwise === null ? {} : { otherwise }),
      hash: url.hash,
      ...(url.searchParams.has('wiki') ? { isWiki: true as const } : {}),
    }
  } catch {
    // A lone percent sign: nobody but an article's author wrote this address.
    return undefined
  }
}
