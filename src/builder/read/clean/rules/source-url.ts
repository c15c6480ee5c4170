import { idPrefix } from '#core/html-policy.ts'

/** What a link leads to: another page, or a place in the same article (its id without prefix). */
export type LinkTarget = { kind: 'page'; url: string } | { kind: 'anchor'; id: string }

/**
 * Resolves an address against the article's own. `undefined` when it cannot be parsed or has no base to stand on.
 */
export function parseSourceUrl(address: string, baseUrl: string | undefined): URL | undefined {
  try {
    return new URL(address, baseUrl)
  } catch {
    // Broken addresses are ordinary input (spam, typing errors): the text stays, the address goes.
    return undefined
  }
}

/** Reads the address of a link: http, https, mailto or a place in the article; `undefined` for everything else. */
export function parseLinkTarget(href: string, baseUrl: string | undefined): LinkTarget | undefined {
  const address = href.trim()
  if (address === '' || address === '#') return undefined
  if (address.startsWith('#')) return { kind: 'anchor', id: toAnchorId(address.slice(1)) }
  const url = parseSourceUrl(address, baseUrl)
  if (!url) return undefined
  if (url.protocol === 'mailto:') {
    // The one scheme whose angle brackets the URL standard leaves alone.
    return { kind: 'page', url: url.href.replaceAll('<', '%3C').replaceAll('>', '%3E') }
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  if (url.hash.length > 1 && baseUrl !== undefined && isSamePage(url.href, baseUrl)) {
    return { kind: 'anchor', id: toAnchorId(url.hash.slice(1)) }
  }
  return { kind: 'page', url: url.href }
}

/** Reads the address of a picture, sound or film: https, to which `http:` and `//` are raised; `undefined` for everything else. */
export function parseMediaUrl(address: string, baseUrl: string | undefined): string | undefined {
  const trimmed = address.trim()
  if (trimmed === '' || /^(?:data|about|blob|javascript):/i.test(trimmed)) return undefined
  const url = parseSourceUrl(trimmed.startsWith('//') ? `https:${trimmed}` : trimmed, baseUrl)
  if (!url) return undefined
  if (url.protocol === 'http:') url.protocol = 'https:'
  return url.protocol === 'https:' ? url.href : undefined
}

/** Id of an article's own element, as links to it name it: decoded, without prefix. */
export function toAnchorId(fragment: string): string {
  let id = fragment
  try {
    id = decodeURIComponent(fragment)
  } catch {
    // A stray percent sign: the id is meant as it stands.
  }
  return id.startsWith(idPrefix) ? id.slice(idPrefix.length) : id
}

function isSamePage(url: string, baseUrl: string): boolean {
  const [page] = url.split('#')
  return page === parseSourceUrl(baseUrl, undefined)?.href.split('#')[0]
}
