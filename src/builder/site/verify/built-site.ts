import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  dataPath,
  manifestPath,
  toFileHash,
  type DataKind,
  type FileHash,
} from '#contract/file-names.ts'
import { parseManifest, type Manifest } from '#contract/manifest.ts'
import { picturePath, type PictureFile } from '#contract/picture-file.ts'
import { markerPath, parseGenerations } from '../write/generations.ts'

/**
 * A site in its folder, opened for verification. Every file read counts as checked; damage is recorded once per file.
 */
export class BuiltSite {
  /** Paths that the newest build recorded. */
  readonly paths: ReadonlySet<string>
  readonly #folder: string
  readonly #checked = new Set<string>()
  readonly #faults = new Map<string, string>()

  private constructor(folder: string, paths: Iterable<string>) {
    this.#folder = folder
    this.paths = new Set(paths)
  }

  /** @throws Error when the folder has no record of what was built. */
  static async open(folder: string): Promise<BuiltSite> {
    const record = parseGenerations(await readFile(join(folder, markerPath), 'utf8'))
    return new BuiltSite(folder, record?.generations[0]?.files ?? [])
  }

  /** How many files were checked. */
  get checkedFiles(): number {
    return this.#checked.size
  }

  /** One sentence for each file that is missing or damaged. */
  get damage(): string[] {
    return [...this.#faults.values()]
  }

  /** Recorded paths that have not been checked yet. */
  listUnchecked(): string[] {
    return [...this.paths].filter((path) => !this.#checked.has(path))
  }

  /** Bytes of a file; `undefined` when it cannot be read. */
  async read(path: string): Promise<Buffer | undefined> {
    this.#checked.add(path)
    try {
      return await readFile(join(this.#folder, path))
    } catch (error) {
      this.note(path, error)
      return undefined
    }
  }

  /**
   * The manifest.
   * @throws Error when it cannot be read.
   */
  async readManifest(): Promise<Manifest> {
    this.#checked.add(manifestPath)
    return parseManifest(JSON.parse(await readFile(join(this.#folder, manifestPath), 'utf8')))
  }

  /** Bytes of a data file; `undefined` when it is missing or its content hash differs from its name. */
  readData(kind: DataKind, hash: FileHash): Promise<Buffer | undefined> {
    return this.#readHashed(dataPath(kind, hash), hash)
  }

  /** The same for a picture. */
  readPicture(file: PictureFile): Promise<Buffer | undefined> {
    return this.#readHashed(picturePath(file), file.slice(0, file.indexOf('.')))
  }

  /** A data file of a known shape; `undefined` when it is damaged or has another shape. */
  async readJson<T>(
    kind: DataKind,
    hash: FileHash,
    parse: (value: unknown) => T,
  ): Promise<T | undefined> {
    const bytes = await this.readData(kind, hash)
    if (bytes === undefined) return undefined
    try {
      return parse(JSON.parse(bytes.toString()))
    } catch (error) {
      this.note(dataPath(kind, hash), error)
      return undefined
    }
  }

  /** Records a fault when the file is missing. */
  async expectFile(path: string): Promise<void> {
    this.#checked.add(path)
    try {
      await stat(join(this.#folder, path))
    } catch (error) {
      this.note(path, error)
    }
  }

  /** Records a fault of a file, unless it already has one. */
  note(path: string, error: unknown): void {
    if (!this.#faults.has(path)) this.#faults.set(path, `${path}: ${toFaultText(error)}`)
  }

  async #readHashed(path: string, hash: string): Promise<Buffer | undefined> {
    const bytes = await this.read(path)
    if (bytes === undefined) return undefined
    if (toFileHash(createHash('sha256').update(bytes).digest()) === hash) return bytes
    this.note(path, 'its bytes do not match its name')
    return undefined
  }
}

/** One line for any error. */
export function toFaultText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
