import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { isCode } from '#builder/ground/disk/disk.ts'

/** Bytes before a run in its file: a line with its key, checksum and length. */
const lineBytes = 64
const runSuffix = '.run'

/** Cache of index runs as files, named by their cache keys. */
export class RunCache {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** Opens the cache in a folder, which is created if it is missing; removes temp files of a killed build. */
  static async open(folder: string): Promise<RunCache> {
    await mkdir(folder, { recursive: true })
    const cache = new RunCache(folder)
    await cache.removeTemporary()
    return cache
  }

  /** The file of a run; the run itself begins after `headBytes`. */
  toRunFile(key: string): RunFile {
    return { path: join(this.#folder, `${key}${runSuffix}`), headBytes: lineBytes }
  }

  /** Path for a temp file. */
  toTemporaryPath(name: string): string {
    return join(this.#folder, `${name}.new`)
  }

  /** Removes all temp files. */
  removeTemporary(): Promise<void> {
    return this.#remove((name) => name.endsWith('.new'))
  }

  /** Whether the cache has a run, intact. */
  async has(key: string): Promise<boolean> {
    const bytes = await readFile(this.toRunFile(key).path).catch((error: unknown) => {
      if (isCode(error, ['ENOENT'])) return undefined
      throw error
    })
    if (bytes === undefined || bytes.length < lineBytes) return false
    return bytes.subarray(0, lineBytes).equals(toLine(key, bytes.subarray(lineBytes)))
  }

  /** Adds a run, by atomic rename. */
  async put(key: string, run: Uint8Array): Promise<void> {
    const temporary = this.toTemporaryPath(key)
    await writeFile(temporary, Buffer.concat([toLine(key, run), run]))
    await rename(temporary, this.toRunFile(key).path)
  }

  /** Evicts all runs but these. */
  async keepOnly(keys: ReadonlySet<string>): Promise<void> {
    await this.#remove(
      (name) => name.endsWith(runSuffix) && !keys.has(name.slice(0, -runSuffix.length)),
    )
  }

  async #remove(isUnwanted: (name: string) => boolean): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      if (isUnwanted(name)) await rm(join(this.#folder, name), { force: true })
    }
  }
}

/** A run in its file. */
export interface RunFile {
  path: string
  headBytes: number
}

function toLine(key: string, run: Uint8Array): Buffer {
  const text = `run ${key} ${crc32(run).toString(16).padStart(8, '0')} ${run.length}`
  return Buffer.from(`${text.padEnd(lineBytes - 1)}\n`)
}
