import type { Collection } from '#builder/read/discover/discover-posts.ts'

/** Title of the archive: as asked for, else the collections' own titles, a name where one has none. */
export function toSiteTitle(asked: string | undefined, collections: Collection[]): string {
  return asked ?? collections.map(({ name, config }) => config.title ?? name).join(' · ')
}

/** Path of the site on its host: as asked for, else the only collection's `baseurl`, else the root. */
export function toSiteBase(asked: string | undefined, collections: Collection[]): string {
  if (asked !== undefined) return asked
  const only = collections.length === 1 ? collections[0] : undefined
  return parseBase(only?.config.baseurl ?? '/') ?? '/'
}

/**
 * Full address of the site with a slash at its end, for links that leave it (feeds, previews, site maps): the origin asked for, else
 * the only collection's `url`. `undefined` when nobody says where the site will be, or says it wrongly.
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

/** Reads a base path: `/`, `/sub`, `/sub/folder/`; adds the slashes at its ends. `undefined` when it is none. */
export function parseBase(text: string): string | undefined {
  const inner = text.trim().replace(/^\//, '').replace(/\/$/, '')
  if (inner === '') return '/'
  // Only characters that mean the same in an address, in HTML and in a policy.
  const isSafe = inner
    .split('/')
    .every((part) => /^[A-Za-z0-9._~-]+$/.test(part) && !/^\.+$/.test(part))
  return isSafe ? `/${inner}/` : undefined
}
