import { parseDataPath } from '#contract/file-names.ts'
import { isCutPack } from '#reader/data/archive/cut-pack.ts'
import { toFileProof } from '#reader/data/archive/prove-file.ts'
import { fetchBytes } from '#reader/data/files/fetch-file.ts'
import type { KeptFiles } from '#reader/storage/kept/kept-files.ts'
import { fetchAsset, type SentFile } from './shared-files.ts'

/** Fetches files of one build and keeps them. Nothing that is kept is fetched again. */
export class FileKeeper {
  /** Size of every file that is kept by now, bytes. */
  readonly sizes: Record<string, number>
  readonly #files: KeptFiles
  readonly #signal: AbortSignal
  readonly #running = new Map<string, Promise<void>>()

  /** `sizes` are those of files known to be kept. */
  constructor(files: KeptFiles, sizes: Readonly<Record<string, number>>, signal: AbortSignal) {
    this.#files = files
    this.#signal = signal
    this.sizes = { ...sizes }
  }

  /**
   * Keeps the file at a path below `data/` or `assets/`, each once. Data files are proven first.
   * @throws DataError when it could not be fetched; FullStoreError when there is no room; the signal's reason when it fires.
   */
  async keep(path: string): Promise<void> {
    const known = this.#running.get(path)
    const running = known ?? this.#keep(path)
    this.#running.set(path, running)
    try {
      await running
    } catch (error) {
      // What found no room is tried again by whoever has made some.
      if (this.#running.get(path) === running) this.#running.delete(path)
      throw error
    }
  }

  /** Keeps what has been fetched already. Throws as `keep` does. */
  async put({ path, bytes, answer }: SentFile): Promise<void> {
    await this.#files.put(path, answer)
    this.sizes[path] = bytes
  }

  /** Forgets a file; false for one that was asked for. */
  drop(path: string): boolean {
    if (this.#running.has(path)) return false
    delete this.sizes[path]
    return true
  }

  async #keep(path: string): Promise<void> {
    this.#signal.throwIfAborted()
    const known = this.#files.has(path)
      ? (this.sizes[path] ?? (await this.#files.findSize(path)))
      : undefined
    if (known === undefined) await this.put(await fetchFile(path, this.#signal))
    else this.sizes[path] = known
  }
}

async function fetchFile(path: string, signal: AbortSignal): Promise<SentFile> {
  const named = parseDataPath(path)
  if (named === undefined) return fetchAsset(path, signal)
  const isNamed = toFileProof(named.folder, named.hash)
  const isPack = named.folder === 'bodies'
  // One that is cut would be kept with articles missing.
  const isProven = async (sent: Uint8Array) => (await isNamed(sent)) && !(isPack && isCutPack(sent))
  const bytes = new Uint8Array(await fetchBytes(path, { isProven, signal }))
  const type = path.endsWith('.json') ? 'application/json' : 'application/octet-stream'
  const headers = { 'content-type': type, 'x-content-type-options': 'nosniff' }
  return { path, bytes: bytes.length, answer: new Response(bytes, { headers }) }
}
