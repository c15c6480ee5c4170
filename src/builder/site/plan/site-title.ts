import type { Collection } from '#builder/read/discover/discover-posts.ts'

/** Title of the archive: the option, else the titles of its collections (the name where one has no title). */
export function toSiteTitle(asked: string | undefined, collections: Collection[]): string {
  return asked ?? collections.map(({ name, config }) => config.title ?? name).join(' · ')
}

/** Path of the site on its host: the option, else the only collection's `baseurl`, else the root. */
export function toSiteBase(asked: string | undefined, collections: Collection[]): string {
  if (asked !== undefined) return asked
  const only = collections.length === 1 ? collections[0] : undefined
  return parseBase(only?.config.baseurl ?? '/') ?? '/'
}

/**
 * Full address of the site with a trailing slash, for absolute links (feeds, previews, sitemaps): from the `origin`
 * option, else the only collection's `url`. `undefined` when neither is given or the `url` is invalid.
 */
export function toSiteAddress(
  { origin, base }: { origin?: string | undefined; base: string },
  collections: Collection[],
): string | undefined {
  const only = collections.length === 1 ? collections[0] : undefined
  const told = origin ?? only?.config.url ?? ''
  const url = URL.canParse(told) ? new URL(told) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '') return undefined
  return `${url.origin}${base}`
}

/** Parses a base path (`/`, `/sub`, `/sub/folder/`) and adds missing slashes at both ends. `undefined` when invalid. */
export function parseBase(text: string): string | undefined {
  const inner = text.trim().replace(/^\//, '').replace(/\/$/, '')
  if (inner === '') return '/'
  // Only characters that need no escaping in a URL, in HTML and in a content security policy.
  const isSafe = inner
    .split('/')
    .every((part) => /^[A-Za-z0-9._~-]+$/.test(part) && !/^\.+$/.test(part))
  return isSafe ? `/${inner}/` : undefined
}
