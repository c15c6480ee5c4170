import { InvalidArgumentError } from 'commander'
import { isMirrorAddress, mostMirrors } from '#contract/mirror-address.ts'
import type { CanonicalChoice, FeedChoice, PageChoice } from '#builder/site/plan/build-options.ts'
import { isTimeZone } from '#builder/ground/text/time-zone.ts'
import { parseBase } from '#builder/site/plan/site-title.ts'

/** @throws InvalidArgumentError unless it is a base path. */
export function parseBaseOption(text: string): string {
  const base = parseBase(text)
  if (base === undefined || !text.startsWith('/')) {
    throw new InvalidArgumentError(
      'Give a path such as /archive/: letters, digits, dots and hyphens between slashes.',
    )
  }
  return base
}

/** @throws InvalidArgumentError unless it is a known time zone. */
export function parseTimeZoneOption(text: string): string {
  if (!isTimeZone(text)) {
    throw new InvalidArgumentError('Give the name of a time zone, such as UTC or Asia/Taipei.')
  }
  return text
}

/** @throws InvalidArgumentError unless it is `all`, `none` or `latest:<number>`. */
export function parsePagesOption(text: string): PageChoice {
  if (text === 'all' || text === 'none') return text
  const latest = /^latest:(\d{1,9})$/.exec(text)?.[1]
  if (latest === undefined) throw new InvalidArgumentError('Give all, none or latest:1000.')
  return { latest: Number(latest) }
}

/**
 * Returns whether old addresses get redirect pages.
 * @throws InvalidArgumentError unless it is `pages` or `none`.
 */
export function parseRedirectsOption(text: string): boolean {
  if (text === 'pages' || text === 'none') return text === 'pages'
  throw new InvalidArgumentError('Give pages or none.')
}

/** @throws InvalidArgumentError unless it is `excerpt`, `full` or `none`. */
export function parseFeedsOption(text: string): FeedChoice {
  if (text === 'excerpt' || text === 'full' || text === 'none') return text
  throw new InvalidArgumentError('Give excerpt, full or none.')
}

/**
 * Returns whether what the archive has beside its articles goes into a site or a file.
 * @throws InvalidArgumentError unless it is `none` or `keep`.
 */
export function parseKeepOption(text: string): 'none' | 'keep' {
  if (text === 'none' || text === 'keep') return text
  throw new InvalidArgumentError('Give none or keep.')
}

/** @throws InvalidArgumentError unless it is `archive` or `original`. */
export function parseCanonicalOption(text: string): CanonicalChoice {
  if (text === 'archive' || text === 'original') return text
  throw new InvalidArgumentError('Give archive or original.')
}

/** @throws InvalidArgumentError unless it is only scheme and host. */
export function parseOriginOption(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isOrigin =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    [url.origin, `${url.origin}/`].includes(text) &&
    !/[;,\s'"]/.test(url.origin)
  if (!isOrigin)
    throw new InvalidArgumentError('Give scheme and host, such as https://archive.example.')
  return url.origin
}

/**
 * Returns the full address of a site, with a trailing slash.
 * @throws InvalidArgumentError unless it is an http or https address without a query.
 */
export function parseAddressOption(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isSite = url !== undefined && /^https?:$/.test(url.protocol) && url.username === ''
  if (!isSite || url.search !== '' || url.hash !== '') {
    throw new InvalidArgumentError('Give an address such as https://archive.example/news/.')
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`
}

/**
 * Adds the full address of a mirror, with a trailing slash, to those given before.
 * @throws InvalidArgumentError unless it is one, see `isMirrorAddress`, given once.
 */
export function parseMirrorOption(text: string, before: readonly string[] = []): string[] {
  const { href = '' } = URL.canParse(text) ? new URL(text) : {}
  const address = href.endsWith('/') ? href : `${href}/`
  if (!isMirrorAddress(address)) {
    throw new InvalidArgumentError(
      'Give the https address of a folder, without user name and query, such as https://mirror.example/news/.',
    )
  }
  if (before.includes(address)) throw new InvalidArgumentError('It is given twice.')
  if (before.length === mostMirrors) throw new InvalidArgumentError(`Give at most ${mostMirrors}.`)
  return [...before, address]
}

/** @throws InvalidArgumentError unless it is a number of hits; 0 = only the total. */
export function parseLimitOption(text: string): number {
  const limit = /^\d{1,6}$/.test(text) ? Number(text) : Infinity
  if (limit > 100_000) throw new InvalidArgumentError('Give a number of hits up to 100000.')
  return limit
}

/** @throws InvalidArgumentError unless it is a port number; 0 = any free one. */
export function parsePortOption(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Infinity
  if (port > 65_535) throw new InvalidArgumentError('Give a port between 0 and 65535.')
  return port
}

/**
 * Adds a host to those given before.
 * @throws InvalidArgumentError unless it is a host name or an address, without a port.
 */
export function parseHostOption(text: string, before: readonly string[]): string[] {
  if (!/^(?:[\w.-]{1,253}|\[?[\da-f:.]+\]?)$/i.test(text)) {
    throw new InvalidArgumentError('Give the name of a host, such as archive.lan.')
  }
  return [...before, text]
}

const sizeUnits: Readonly<Record<string, number>> = { '': 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 }

/** @throws InvalidArgumentError unless it is a number of bytes, with or without a unit: `500kB`, `20 MB`. */
export function parseBytesOption(text: string): number {
  const [, number = '', unit = ''] = /^(\d{1,12})\s?([kmgt]b)?$/i.exec(text) ?? []
  const bytes = Number(number) * (sizeUnits[unit.toUpperCase()] ?? 0)
  if (bytes <= 0 || bytes > 1e15) throw new InvalidArgumentError('Give a size such as 20MB.')
  return bytes
}

/** @throws InvalidArgumentError unless it is a number of days, at most ten years. */
export function parseDaysOption(text: string): number {
  const days = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (days < 1 || days > 3_650) throw new InvalidArgumentError('Give a number of days up to 3650.')
  return days
}

/** @throws InvalidArgumentError unless it is a positive whole number. */
export function parseCountOption(text: string): number {
  const count = /^\d{1,7}$/.test(text) ? Number(text) : 0
  if (count < 1) throw new InvalidArgumentError('Give a whole number from 1 to 9999999.')
  return count
}
