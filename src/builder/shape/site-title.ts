import type { Collection } from '../read/discover-posts.ts'

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
