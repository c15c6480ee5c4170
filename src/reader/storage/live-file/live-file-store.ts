import { deleteDB, openDB } from 'idb'
import * as v from 'valibot'
import { toLiveFileName } from './live-file-name.ts'

/** What browsers offer beside TypeScript's library. A file in the browser's own place asks nobody. */
type LiveHandle = Pick<FileSystemFileHandle, 'name' | 'getFile' | 'createWritable'> & {
  queryPermission?: (wanted: { mode: 'readwrite' }) => Promise<PermissionState>
  requestPermission?: (wanted: { mode: 'readwrite' }) => Promise<PermissionState>
}

const liveShape = v.object({
  /** The way to the file; the browser asks again in a later visit. */
  handle: v.custom<LiveHandle>((value) => typeof value === 'object' && value !== null),
  /** The archive whose desk it holds. */
  archive: v.object({
    title: v.string(),
    address: v.optional(v.string()),
    archive: v.optional(v.string()),
  }),
  /** Digest of what was written last, see `toTextDigest`. */
  digest: v.optional(v.number()),
  /** When that was, milliseconds since 1970. */
  at: v.optional(v.number()),
})

/** A file on the device that is kept up to date. */
export type LiveFile = v.InferOutput<typeof liveShape>

const [store, key] = ['file', 0]

/** The file that is kept up to date; `undefined` = none. To look makes no database. */
export async function readLiveFile(base: string): Promise<LiveFile | undefined> {
  if (!(await hasLiveFile(base))) return undefined
  const database = await openLive(base)
  try {
    const read = v.safeParse(liveShape, await database.get(store, key))
    return read.success ? read.output : undefined
  } finally {
    database.close()
  }
}

/** Keeps the way to a file. */
export async function storeLiveFile(base: string, live: LiveFile): Promise<void> {
  const database = await openLive(base)
  try {
    await database.put(store, live, key)
  } finally {
    database.close()
  }
}

/** Forgets the way to the file. The file stays. */
export async function removeLiveFile(base: string): Promise<void> {
  if (await hasLiveFile(base)) await deleteDB(toLiveFileName(base))
}

/** Browsers that can keep a file up to date list their databases; those that block them have none. */
async function hasLiveFile(base: string): Promise<boolean> {
  try {
    const all = await indexedDB.databases()
    return all.some(({ name }) => name === toLiveFileName(base))
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return false
    throw error
  }
}

function openLive(base: string) {
  return openDB(toLiveFileName(base), 1, {
    upgrade: (made) => void made.createObjectStore(store),
  })
}
