import { toDeskName } from './desk/desk-name.ts'
import { toLiveFileName } from './live-file/live-file-name.ts'
import { toCacheName } from './kept/kept-cache.ts'

/**
 * Everything that the reader writes into a browser's storage, by area and name. `scripts/stored-names.test.ts` fails when the
 * source has a name that is not here, or reaches a storage elsewhere than in the files it knows.
 */
export const storedNames = {
  local: {
    'broadsheet.settings': 'settings',
    'broadsheet.visit': 'visit',
    'broadsheet.desk': 'deskSign',
    'broadsheet.visited': 'visited',
    'broadsheet.searches': 'searches',
    'broadsheet.signature': 'signature',
    'broadsheet.mirrors': 'mirrors',
  },
  session: {
    'broadsheet.scroll': 'scroll',
    'broadsheet.places': 'places',
    'broadsheet.article-places': 'articlePlaces',
    'broadsheet.reloaded': 'reloaded',
  },
} as const

type Names = typeof storedNames

/** What something in a storage is; `unknown` = it bears a name as ours do, and another version wrote it. */
export type StoredKind =
  | Names['local'][keyof Names['local']]
  | Names['session'][keyof Names['session']]
  | 'kept'
  | 'desk'
  | 'liveFile'
  | 'worker'
  | 'unknown'

/** What a key of a storage is; `undefined` = not ours. */
export function toKeyKind(area: keyof Names, key: string): StoredKind | undefined {
  if (!key.startsWith('broadsheet.')) return undefined
  const names: Readonly<Record<string, StoredKind>> = storedNames[area]
  return Object.hasOwn(names, key) ? names[key] : 'unknown'
}

/**
 * What a cache or a database is, for the site in a folder; `undefined` = not of this site. Another one on the same host
 * has a name with another folder.
 */
export function toStoreKind(
  area: 'cache' | 'database',
  name: string,
  base: string,
): StoredKind | undefined {
  const own = toCacheName(base)
  if (name === own) return area === 'cache' ? 'kept' : 'unknown'
  if (area === 'database' && name === toDeskName(base)) return 'desk'
  if (area === 'database' && name === toLiveFileName(base)) return 'liveFile'
  return name.startsWith(`${own} `) ? 'unknown' : undefined
}
