import { idPrefix } from '#core/html/html-policy.ts'

/** Target of a link: another page, or an anchor in the same article (its id without prefix). */
export type LinkTarget = { kind: 'page'; url: string } | { kind: 'anchor'; id: string }

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

/** Parses the URL of a link: http, https, mailto or an anchor in the article; `undefined` for anything else. */
export function parseLinkTarget(href: string, baseUrl: string | undefined): LinkTarget | undefined {
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
  if (url.hash.length > 1 && baseUrl !== undefined && isSamePage(url.href, baseUrl)) {
    return { kind: 'anchor', id: toAnchorId(url.hash.slice(1)) }
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
  return id.startsWith(idPrefix) ? id.slice(idPrefix.length) : id
}

function isSamePage(url: string, baseUrl: string): boolean {
  const [page] = url.split('#')
  return page === parseHtmlUrl(baseUrl, undefined)?.href.split('#')[0]
}
