import { BuildError } from '#builder/ground/build-error.ts'
import type { Progress } from '#builder/ground/progress.ts'
import { scanFolders } from '#builder/read/discover/scan-folders.ts'
import type { Collection, Discovery } from '#builder/read/discover/discover-posts.ts'
import { readArchive } from '#builder/archive/read-archive.ts'
import { PostStore } from '#builder/archive/cache/post-store.ts'
import { isCode } from '#builder/ground/disk/disk.ts'
import { holdingLocks } from '#builder/ground/locks/folder-lock.ts'
import type { KeptFacts } from '#builder/archive/pictures/check-picture.ts'
import { CheckedMemory } from '#builder/archive/pictures/checked-memory.ts'
import { isKept, type LedgerEntry } from '#builder/archive/pictures/ledger.ts'
import { openLocalPictures } from '#builder/archive/pictures/local-pictures.ts'
import {
  openPictureFolder,
  toPictureFolder,
  toPictureFolders,
} from '#builder/archive/pictures/picture-folder.ts'
import { PictureStore } from './download/picture-store.ts'
import type { Clock } from '#builder/ground/fetch/clock.ts'
import { downloadPictures, type DownloadBounds } from './download/download-pictures.ts'
import { isDue } from './download/due-addresses.ts'
import { findAddresses } from './download/find-addresses.ts'
import { toPictureReport, type PictureReport } from './download/picture-report.ts'
import type { Network } from '#builder/ground/fetch/network.ts'
import type { PictureMaker } from './format/picture-maker.ts'

/** Options of a run. */
export interface PictureOptions {
  /** Folders with posts. */
  folders: string[]
  bounds: DownloadBounds
  /** Whether to retry failed addresses now. */
  retry: boolean
}

/** Dependencies of a run; tests pass their own. */
export interface PictureTools {
  network: Network
  make: PictureMaker
  clock: Clock
  progress: Progress
}

/**
 * Downloads the pictures of the posts in some folders and keeps them beside the posts. Pictures that are already kept
 * cost no request.
 * @throws BuildError when there are no posts, or the pictures cannot be written.
 */
export async function keepPictures(
  options: PictureOptions,
  tools: PictureTools,
): Promise<PictureReport> {
  const { discovery, addresses } = await readAddresses(options.folders, tools.progress)
  const used = new Set(addresses.values())
  const collections = discovery.collections.filter(({ name }) => used.has(name))
  const folders = toPictureFolders(collections)
  for (const folder of folders) await openPictureFolder(folder)
  const paths = folders.map(({ path }) => path)
  return holdingLocks(paths, async () => {
    const stores = new Map<string, PictureStore>()
    try {
      for (const folder of folders) stores.set(folder.path, await PictureStore.open(folder))
      const homes = toHomes(collections, stores)
      return await fillStores(new Map(toPlaces(addresses, homes)), { discovery, options, tools })
    } catch (error) {
      throw isCode(error, ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS'])
        ? toUnkept(paths, error)
        : error
    } finally {
      for (const store of stores.values()) await store.close()
    }
  })
}

async function readAddresses(
  folders: string[],
  progress: Progress,
): Promise<{ discovery: Discovery; addresses: Map<string, string> }> {
  const { discovery, stamps } = await scanFolders(folders)
  const store = await PostStore.openTemporary()
  try {
    const match = store.match(discovery.files, stamps)
    const { posts } = await readArchive(discovery, {
      stamps,
      match,
      timeZone: 'UTC',
      store,
      progress,
    })
    return { discovery, addresses: await findAddresses(posts, store) }
  } finally {
    await store.close()
  }
}

/** The store of each collection, by name. */
function toHomes(
  collections: readonly Collection[],
  stores: ReadonlyMap<string, PictureStore>,
): Map<string, PictureStore> {
  const homes = new Map<string, PictureStore>()
  for (const collection of collections) {
    const store = stores.get(toPictureFolder(collection).path)
    if (store !== undefined) homes.set(collection.name, store)
  }
  return homes
}

function* toPlaces(
  addresses: ReadonlyMap<string, string>,
  homes: ReadonlyMap<string, PictureStore>,
): Generator<[string, PictureStore]> {
  for (const [address, collection] of addresses) {
    const store = homes.get(collection)
    if (store !== undefined) yield [address, store]
  }
}

interface Filling {
  discovery: Discovery
  options: PictureOptions
  tools: PictureTools
}

async function fillStores(
  places: ReadonlyMap<string, PictureStore>,
  { discovery, options, tools }: Filling,
): Promise<PictureReport> {
  const nowMs = tools.clock.now()
  const folders = toPictureFolders(discovery.collections)
  // With an empty memo, so that every file is read and damage is found.
  const whole = await openLocalPictures(folders, new CheckedMemory<KeptFacts>([], nowMs))
  const due = new Map<string, PictureStore>()
  for (const [address, store] of places) {
    const isWhole = whole.byAddress.has(address)
    const entry = store.entries.get(address)
    if (!isWhole && isDue(entry, { isWhole, retry: options.retry, nowMs })) due.set(address, store)
  }
  const before = new Map([...due].map(([address, store]) => [address, store.entries.get(address)]))
  const result = await downloadPictures(due, { ...tools, bounds: options.bounds })
  const find = (address: string): LedgerEntry | 'kept' | undefined => {
    if (whole.byAddress.has(address)) return 'kept'
    const entry = places.get(address)?.entries.get(address)
    // An entry from before this run whose file is gone no longer counts.
    return isKept(entry) && entry === before.get(address) ? undefined : entry
  }
  return toPictureReport([...places.keys()], find, result)
}

function toUnkept(paths: readonly string[], cause: unknown): BuildError {
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
  return new BuildError(
    `Pictures cannot be stored in "${paths.join('", "')}"${code}.`,
    'Check that the folder is writable and that the disk has space; pictures stored so far are kept.',
    { cause },
  )
}
