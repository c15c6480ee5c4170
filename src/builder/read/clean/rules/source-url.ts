import { toSourceUrlKey } from '#core/address/source-url.ts'
import { idPrefix } from '#core/html/html-policy.ts'

/** Target of a link: another page, or an anchor in the same article. */
export type LinkTarget =
  | { kind: 'page'; url: string }
  // Its id without prefix. One that the source writes with the address of its page has that as `url`: it leads there when the article
  // has no such anchor.
  | { kind: 'anchor'; id: string; url?: string | undefined }

/**
 * Resolves a URL against that of the article. Returns `undefined` if it is invalid, or relative without a base.
 */
export function parseHtmlUrl(address: string, baseUrl: string | undefined): URL | undefined {
  try {
    return new URL(address, baseUrl)
  } catch {
    // Invalid URLs are ordinary input (spam, typos): the text is kept, the URL is dropped.
    return undefined
  }
}

/**
 * Parses the URL of a link: http, https, mailto or an anchor in the article; `undefined` for anything else.
 * @param pageUrl URL of the article itself, if its addresses are relative to another one.
 */
export function parseLinkTarget(
  href: string,
  baseUrl: string | undefined,
  pageUrl: string | undefined = baseUrl,
): LinkTarget | undefined {
  const address = href.trim()
  if (address === '' || address === '#') return undefined
  if (address.startsWith('#')) return { kind: 'anchor', id: toAnchorId(address.slice(1)) }
  const url = parseHtmlUrl(address, baseUrl)
  if (!url) return undefined
  if (url.protocol === 'mailto:') {
    // The one allowed scheme in which the URL standard does not percent-encode angle brackets.
    return { kind: 'page', url: url.href.replaceAll('<', '%3C').replaceAll('>', '%3E') }
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  if (url.hash.length > 1 && pageUrl !== undefined && isSamePage(url, pageUrl)) {
    return { kind: 'anchor', id: toAnchorId(url.hash.slice(1)), url: url.href }
  }
  return { kind: 'page', url: url.href }
}

/** Parses the URL of a picture, audio or video: https; `http:` and `//` are upgraded. `undefined` for anything else. */
export function parseMediaUrl(address: string, baseUrl: string | undefined): string | undefined {
  const trimmed = address.trim()
  if (trimmed === '' || /^(?:data|about|blob|javascript):/i.test(trimmed)) return undefined
  const url = parseHtmlUrl(trimmed.startsWith('//') ? `https:${trimmed}` : trimmed, baseUrl)
  if (!url) return undefined
  if (url.protocol === 'http:') url.protocol = 'https:'
  return url.protocol === 'https:' ? url.href : undefined
}

/** Converts the fragment of a link to the id of an element in the article: decoded, without prefix. */
export function toAnchorId(fragment: string): string {
  let id = fragment
  try {
    id = decodeURIComponent(fragment)
  } catch {
    // A stray percent sign: the id is meant literally.
  }
  return toOwnId(id)
}

/** The id of an element without the prefix that a page may have got from a cleaning before this one. */
export function toOwnId(id: string): string {
  return id.startsWith(idPrefix) ? id.slice(idPrefix.length) : id
}

/** Whether a URL is that of the article, also with another scheme, with or without `www.` or a trailing slash. */
function isSamePage(url: URL, baseUrl: string): boolean {
  const base = parseHtmlUrl(baseUrl, undefined)
  return base !== undefined && toPageKey(url) === toPageKey(base)
}

function toPageKey(url: URL): string {
  const page = new URL(url)
  page.hash = ''
  page.pathname = page.pathname.replace(/\/index\.(?:html?|php)$/i, '/')
  // An address without a path names a site: only the same one is the same page.
  return toSourceUrlKey(page.href) ?? page.href
}
