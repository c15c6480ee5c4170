import { readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataPath, manifestPath, type DataKind, type FileHash } from '#contract/file-names.ts'
import { hashDataFile } from '#contract/data-hash.ts'
import { parseManifest, type Manifest } from '#contract/manifest.ts'
import { picturePath, type PictureFile } from '#contract/picture-file.ts'
import { toFaultText } from '#builder/ground/text/fault-text.ts'
import { isCode } from '#builder/ground/disk/disk.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import { toHexSum } from '../sums/file-hash.ts'
import { readFolderRecord, type FolderRecord } from './folder-record.ts'
import { readSiteSums, type SiteSums } from './site-sums.ts'

/**
 * A site in its folder, opened for verification. Every file read counts as checked; damage is recorded once per file.
 */
export class BuiltSite {
  /** Paths of the build that readers see. */
  readonly paths: ReadonlySet<string>
  readonly folder: string
  readonly record: FolderRecord
  readonly sums: SiteSums
  readonly #checked = new Set<string>()
  readonly #read = new Set<string>()
  readonly #changed = new Set<string>()
  readonly #faults = new Map<string, string>()

  private constructor(folder: string, record: FolderRecord, sums: SiteSums) {
    this.folder = folder
    this.record = record
    this.sums = sums
    const isProven = record.isSigned && sums.isWhole
    const recorded = isProven ? undefined : record.current?.files
    this.paths = new Set(recorded ?? sums.current.keys())
  }

  /**
   * Opens the folder of a site, or of a copy of one; what is wrong with its record or its lists becomes a fault. With
   * `hasKey` a key is in hand that must have signed the site.
   */
  static async open(folder: string, { hasKey = false } = {}): Promise<BuiltSite> {
    const record = await readFolderRecord(folder, hasKey)
    const sums = await readSiteSums(record, (path) => readIfThere(join(folder, path)))
    return new BuiltSite(folder, record, sums)
  }

  /** How many files were checked. */
  get checkedFiles(): number {
    return this.#checked.size
  }

  /** One sentence for each file that is missing or damaged. */
  get damage(): string[] {
    return [...this.#faults.values()]
  }

  /** Files whose bytes are not those that the lists of hashes say, of those read so far. */
  get changed(): string[] {
    return [...this.#changed]
  }

  /** Whether a file was read, and so compared with the lists of hashes. */
  wasRead(path: string): boolean {
    return this.#read.has(path)
  }

  /** Recorded paths that have not been checked yet. */
  listUnchecked(): string[] {
    return [...this.paths].filter((path) => !this.#checked.has(path))
  }

  /** Bytes of a file; `undefined` when it cannot be read. */
  async read(path: string): Promise<Buffer | undefined> {
    this.#checked.add(path)
    try {
      // Through Node's thread pool a small file costs several times as much, see `disk.ts`.
      const bytes = readFileSync(join(this.folder, path))
      if (!this.#read.has(path)) this.#compare(path, bytes)
      return bytes
    } catch (error) {
      this.note(path, error)
      return undefined
    }
  }

  #compare(path: string, bytes: Uint8Array): void {
    this.#read.add(path)
    const { sums, record } = this
    const judged = sums.judge(path, toHexSum(bytes))
    const isOfOther = judged === 'other' && (record.mayMix || !sums.current.has(path))
    if (judged !== undefined && judged !== 'current' && !isOfOther) this.#changed.add(path)
  }

  /**
   * The manifest.
   * @throws Error when it cannot be read.
   */
  async readManifest(): Promise<Manifest> {
    this.#checked.add(manifestPath)
    const bytes = await readFile(join(this.folder, manifestPath))
    this.#compare(manifestPath, bytes)
    return parseManifest(JSON.parse(bytes.toString()))
  }

  /** Bytes of a data file; `undefined` when it is missing or its content hash differs from its name. */
  readData(kind: DataKind, hash: FileHash): Promise<Buffer | undefined> {
    return this.#readHashed(kind, dataPath(kind, hash), hash)
  }

  /** The same for a picture. */
  readPicture(file: PictureFile): Promise<Buffer | undefined> {
    return this.#readHashed('images', picturePath(file), file.slice(0, file.indexOf('.')))
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

  /** Whether a file exists, recorded or not. */
  async has(path: string): Promise<boolean> {
    try {
      return statSync(join(this.folder, path)).isFile()
    } catch {
      return false
    }
  }

  /** Records a fault when the file is missing. */
  async expectFile(path: string): Promise<void> {
    this.#checked.add(path)
    try {
      statSync(join(this.folder, path))
    } catch (error) {
      this.note(path, error)
    }
  }

  /** Records a fault of a file, unless it already has one. */
  note(path: string, error: unknown): void {
    if (!this.#faults.has(path)) this.#faults.set(path, `${path}: ${toFaultText(error)}`)
  }

  async #readHashed(folder: string, path: string, hash: string): Promise<Buffer | undefined> {
    const bytes = await this.read(path)
    if (bytes === undefined) return undefined
    if ((await hashDataFile(folder, bytes, sha256)) === hash) return bytes
    this.note(path, 'its bytes do not match its name')
    return undefined
  }
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isCode(error, ['ENOENT', 'ENOTDIR', 'EISDIR'])) return undefined
    throw error
  }
}
