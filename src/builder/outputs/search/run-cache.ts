import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { isCode } from '#builder/ground/disk/disk.ts'

/** Bytes before a run in its file: one line that names the run and holds its checksum. */
const lineBytes = 64
const runSuffix = '.run'

/** Runs of the index as files, each under a key that stands for all it was made from. */
export class RunCache {
  readonly #folder: string

  private constructor(folder: string) {
    this.#folder = folder
  }

  /** Opens the cache in a folder, made when missing; what a killed build left half done is removed. */
  static async open(folder: string): Promise<RunCache> {
    await mkdir(folder, { recursive: true })
    const cache = new RunCache(folder)
    await cache.removeTemporary()
    return cache
  }

  /** Where a run lies; the run itself begins after `headBytes`. */
  toRunFile(key: string): RunFile {
    return { path: join(this.#folder, `${key}${runSuffix}`), headBytes: lineBytes }
  }

  /** A place for a file that no later build looks for. */
  toTemporaryPath(name: string): string {
    return join(this.#folder, `${name}.new`)
  }

  /** Removes everything at such places. */
  removeTemporary(): Promise<void> {
    return this.#remove((name) => name.endsWith('.new'))
  }

  /** Whether a run is there, with the very bytes that were put in. */
  async has(key: string): Promise<boolean> {
    const bytes = await readFile(this.toRunFile(key).path).catch((error: unknown) => {
      if (isCode(error, ['ENOENT'])) return undefined
      throw error
    })
    if (bytes === undefined || bytes.length < lineBytes) return false
    return bytes.subarray(0, lineBytes).equals(toLine(key, bytes.subarray(lineBytes)))
  }

  /** Puts a run in. */
  async put(key: string, run: Uint8Array): Promise<void> {
    const temporary = this.toTemporaryPath(key)
    await writeFile(temporary, Buffer.concat([toLine(key, run), run]))
    await rename(temporary, this.toRunFile(key).path)
  }

  /** Removes all runs but these. */
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
