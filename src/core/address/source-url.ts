import { parseUrl } from './parse-url.ts'
import { readVideoUrl } from './video-url.ts'

/** Parameters that say how a reader reached a page, never which page it is. */
const trackingPattern =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|twclid|igshid|mc_[ce]id|_hs\w+|spm|ref|ref_\w+|rss|isappinstalled)$/i
/** Values of `source` and `from` that feeds and messengers add. Other values may select a page. */
const trackingValuePattern = /^(?:rss\b.*|feed|timeline|singlemessage|groupmessage)$/i

const doubledByte = /%25([\dA-Fa-f]{2})/g

/**
 * Repairs a URL that was percent-encoded twice (`%25E9%25A6%2599` for `%E9%A6%99`), once; every other URL stays as
 * written. Only if no byte is encoded just once and the bytes are UTF-8 beyond ASCII: `%2520` may be intended.
 */
export function repairSourceUrl(url: string): string {
  if (!url.includes('%25')) return url
  const repaired = url.replace(doubledByte, '%$1')
  const isDoubled = !/%(?!25[\dA-Fa-f]{2})/.test(url) && /%[89A-F]/i.test(repaired)
  return isDoubled && isUtf8(repaired) ? repaired : url
}

function isUtf8(url: string): boolean {
  try {
    decodeURIComponent(url)
    return true
  } catch {
    return false
  }
}

/**
 * Returns a key that is equal for different URLs of one article. Scheme, `www.`, default port, trailing slash, tracking
 * parameters, parameter order, fragment and the form of percent-encoding do not matter; a video is keyed by its id on
 * the player. `undefined` for a URL that does not identify an article. For comparison only, never shown or followed.
 */
export function toSourceUrlKey(written: string): string | undefined {
  const address = repairSourceUrl(written)
  const url = parseUrl(address)
  if (url === undefined) return undefined
  const video = readVideoUrl(url)
  if (video) return `${video.player}:${video.id}`
  const page = toKeyPath(url.pathname) + toKeyQuery(url.search) + toKeyFragment(url.hash)
  // Careless sources give their front page as the URL of a post. It does not identify the article.
  return page === '' ? undefined : toKeyHost(url) + page
}

function toKeyHost({ hostname, port }: URL): string {
  const host = hostname.replace(/^www\./, '')
  // The URL parser does not remove the default port of the other scheme.
  return port === '' || port === '80' || port === '443' ? host : `${host}:${port}`
}

function toKeyPath(path: string): string {
  return toKeyEncoding(path).replace(/\/+$/, '')
}

function toKeyQuery(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !isTracking(part))
    .map(toKeyEncoding)
    .sort()
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

function isTracking(part: string): boolean {
  const cut = part.indexOf('=')
  const name = cut === -1 ? part : part.slice(0, cut)
  if (trackingPattern.test(name)) return true
  const isOrigin = name === 'source' || name === 'from'
  return isOrigin && trackingValuePattern.test(part.slice(cut + 1))
}

/** A fragment that looks like a path is one: it selects a page of a client-side app. */
function toKeyFragment(hash: string): string {
  return /^#!?\//.test(hash) ? toKeyEncoding(hash) : ''
}

/** Upper-cases hexadecimal digits and decodes what needs no encoding. */
function toKeyEncoding(text: string): string {
  if (!text.includes('%')) return text
  return text.replace(/%[\dA-Fa-f]{2}/g, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16))
    return /[\w.~-]/.test(character) ? character : escape.toUpperCase()
  })
}
