import { listKeptPaths, sumKeptBytes } from '#reader/storage/kept/kept-record.ts'
import { openMadeCache } from '#reader/storage/kept/kept-cache.ts'
import { findKeptRecord } from '#reader/storage/kept/kept-files.ts'
import { parseLastVisit } from '#reader/storage/last-visit.ts'
import { toKeyKind, toStoreKind, type StoredKind } from '#reader/storage/stored-names.ts'
import { hasDesk } from '#reader/storage/desk/desk-sign.ts'
import { toDeskName } from '#reader/storage/desk/desk-name.ts'
import { findOwnWorker } from '#reader/data/kept/kept-worker.ts'
import { sizeDatabase } from './size-database.ts'

/** Something that this site has in the browser. */
export interface Stored {
  area: 'local' | 'session' | 'cache' | 'database' | 'worker'
  /** Its key or name there. */
  name: string
  kind: StoredKind
  /** Size in bytes; absent where the browser does not tell. */
  bytes?: number
  /** When it was written, milliseconds since 1970; absent where nobody knows. */
  at?: number
}

/** What was found. */
export interface FoundStored {
  stored: Stored[]
  /** Areas that could not be looked at: what is there is not known. */
  unread: Stored['area'][]
}

/** Lists all that the site in a folder has in this browser; an area that the browser blocks has nothing. */
export async function findStored(base: string): Promise<FoundStored> {
  const unread: Stored['area'][] = []
  const look = async (area: Stored['area'], list: () => Promise<Stored[]> | Stored[]) => {
    try {
      return await list()
    } catch (error) {
      if (!isBlocked(error)) unread.push(area)
      return []
    }
  }
  const found = await Promise.all([
    look('local', () => listKeys('local')),
    look('session', () => listKeys('session')),
    look('cache', () => findCaches(base)),
    look('database', () => findDatabases(base)),
    look('worker', findWorkers),
  ])
  return { stored: found.flat(), unread }
}

function isBlocked(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'SecurityError'
}

/** Keys and texts take two bytes a character. */
const characterBytes = 2

/** Lists what is ours in a storage of texts. */
export function listKeys(area: 'local' | 'session'): Stored[] {
  const found: Stored[] = []
  try {
    const storage = area === 'local' ? globalThis.localStorage : globalThis.sessionStorage
    for (let n = 0; n < storage.length; n++) {
      const name = storage.key(n) ?? ''
      const kind = toKeyKind(area, name)
      if (kind === undefined) continue
      const text = storage.getItem(name)
      const bytes = characterBytes * (name.length + (text?.length ?? 0))
      const at = kind === 'visit' ? parseLastVisit(text)?.at : undefined
      found.push({ area, name, kind, bytes, ...(at === undefined ? {} : { at }) })
    }
  } catch (error) {
    // Blocked.
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error
  }
  return found
}

/** Names of this site's caches. */
export async function listCaches(base: string): Promise<string[]> {
  if (!('caches' in globalThis)) return []
  const names = await caches.keys()
  return names.filter((name) => toStoreKind('cache', name, base) !== undefined)
}

/** Names of this site's databases: its desk, and those of other versions. Firefox before 126 lists none; the desk is known by its sign. */
export async function listDatabases(base: string): Promise<string[]> {
  const { indexedDB } = globalThis as { indexedDB?: Partial<Pick<IDBFactory, 'databases'>> }
  const all = (await indexedDB?.databases?.()) ?? []
  const names = new Set(all.map(({ name }) => name))
  if (hasDesk(base)) names.add(toDeskName(base))
  return [...names]
    .filter((name) => name !== undefined)
    .filter((name) => toStoreKind('database', name, base) !== undefined)
}

async function findCaches(base: string): Promise<Stored[]> {
  const names = await listCaches(base)
  return Promise.all(names.map((name) => lookAtCache(name, base)))
}

async function lookAtCache(name: string, base: string): Promise<Stored> {
  const found = {
    area: 'cache',
    name,
    kind: toStoreKind('cache', name, base) ?? 'unknown',
  } as const
  // One that cannot be opened is listed all the same: it can be removed.
  const bytes = await sizeCache(name, base).catch(() => undefined)
  return bytes === undefined ? found : { ...found, bytes }
}

async function findDatabases(base: string): Promise<Stored[]> {
  const names = await listDatabases(base)
  return Promise.all(
    names.map(async (name) => {
      const kind = toStoreKind('database', name, base) ?? 'unknown'
      const stored: Stored = { area: 'database', name, kind }
      const bytes = await sizeDatabase(name)
      if (bytes !== undefined) stored.bytes = bytes
      return stored
    }),
  )
}

async function findWorkers(): Promise<Stored[]> {
  const worker = await findOwnWorker()
  return worker === undefined ? [] : [{ area: 'worker', name: worker.scope, kind: 'worker' }]
}

/** `undefined` for a cache that another window has removed meanwhile. */
async function sizeCache(name: string, base: string): Promise<number | undefined> {
  const record =
    toStoreKind('cache', name, base) === 'kept' ? await findKeptRecord(base) : undefined
  if (record !== undefined) return sumKeptBytes(record, listKeptPaths(record))
  const cache = await openMadeCache(name, caches)
  if (cache === undefined) return undefined
  let bytes = 0
  // One after the other: all at once would be held in memory.
  for (const request of await cache.keys()) {
    bytes += (await (await cache.match(request))?.blob())?.size ?? 0
  }
  return bytes
}
