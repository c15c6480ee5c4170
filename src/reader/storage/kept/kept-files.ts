import { keptRecordPath, openMadeCache, toCacheName } from './kept-cache.ts'
import { listKeptPaths, parseKeptRecord, type KeptRecord } from './kept-record.ts'

/** The device has no room for more. */
export class FullStoreError extends Error {
  override readonly name = 'FullStoreError'
}

/** Room that is held for a record until it is written. */
const roomPath = '.kept/room'
/** A record names a file twice, with its size; twice that, for what else a browser puts beside it. */
const recordBytesOfFile = 256
const recordBytes = 2_048

/** The part of the browser's caches that is used. */
export type SomeCaches = Pick<CacheStorage, 'open' | 'delete' | 'has'>

/** What is kept of a site: files by their paths, and the record that says which of them count. */
export class KeptFiles {
  readonly #cache: Cache
  readonly #base: string
  readonly #present: Set<string>

  private constructor(cache: Cache, base: string, present: Iterable<string>) {
    this.#cache = cache
    this.#base = base
    this.#present = new Set(present)
  }

  /** Opens what is kept of the site in a folder of this host; makes room for it where nothing is. */
  static async open(base: string, store: SomeCaches = caches): Promise<KeptFiles> {
    const cache = await store.open(toCacheName(base))
    const paths = (await cache.keys()).map(({ url }) => {
      const { pathname, search } = new URL(url)
      return pathname.slice(base.length) + search
    })
    return new KeptFiles(cache, base, paths)
  }

  /** The record of what counts; `undefined` where nothing is kept, or nothing that this reader knows. */
  async readRecord(): Promise<KeptRecord | undefined> {
    const answer = await this.#cache.match(this.#base + keptRecordPath)
    return answer === undefined ? undefined : parseKeptRecord(await readJson(answer))
  }

  /** Whether a file is there. */
  has(path: string): boolean {
    return this.#present.has(path)
  }

  /** Size of a file that is there, bytes; `undefined` where it is not. */
  async findSize(path: string): Promise<number | undefined> {
    if (!this.#present.has(path)) return undefined
    const answer = await this.#cache.match(this.#base + path)
    return (await answer?.blob())?.size
  }

  /**
   * Keeps a file. It counts once a record names it.
   * @throws FullStoreError when the device has no room.
   */
  async put(path: string, answer: Response): Promise<void> {
    await this.#write(path, answer)
    this.#present.add(path)
  }

  /** Removes a file that no record names any more. */
  async remove(path: string): Promise<void> {
    await this.#cache.delete(this.#base + path)
    this.#present.delete(path)
  }

  /**
   * Takes room for the record of so many files, which is written when all else is there: without it nothing counts.
   * @throws FullStoreError when the device has none.
   */
  async reserveRecord(files: number): Promise<void> {
    const bytes = recordBytes + files * recordBytesOfFile
    await this.put(roomPath, new Response(new Uint8Array(bytes)))
  }

  /**
   * Replaces the record: what it names counts from now on, all of it at once.
   * @throws FullStoreError when the device has no room.
   */
  async writeRecord(record: KeptRecord): Promise<void> {
    await this.remove(roomPath)
    const type = { 'content-type': 'application/json' }
    await this.#write(keptRecordPath, new Response(JSON.stringify(record), { headers: type }))
  }

  /** Removes what a record does not name: files of the one before, or of one that never came. */
  async sweep(record: KeptRecord | undefined): Promise<void> {
    const named = record === undefined ? new Set<string>() : listKeptPaths(record)
    for (const path of this.#present) {
      if (!named.has(path) && path !== keptRecordPath) await this.remove(path)
    }
  }

  async #write(path: string, answer: Response): Promise<void> {
    try {
      await this.#cache.put(this.#base + path, answer)
    } catch (cause) {
      if (isFull(cause)) throw new FullStoreError('no room', { cause })
      throw cause
    }
  }
}

/** The record of what is kept, without opening anything where nothing is. */
export async function findKeptRecord(
  base: string,
  store: SomeCaches | undefined = globalThis.caches,
): Promise<KeptRecord | undefined> {
  if (store === undefined) return undefined
  const cache = await openMadeCache(toCacheName(base), store)
  const answer = await cache?.match(base + keptRecordPath)
  return answer === undefined ? undefined : parseKeptRecord(await readJson(answer))
}

async function readJson(answer: Response): Promise<unknown> {
  try {
    return await answer.json()
  } catch {
    return undefined
  }
}

// Firefox has an error of another name for the same.
function isFull(error: unknown): boolean {
  return (
    error instanceof DOMException &&
    /^(?:QuotaExceeded|NS_ERROR_DOM_QUOTA_REACHED|NS_ERROR_FILE_NO_DEVICE_SPACE)/.test(error.name)
  )
}
