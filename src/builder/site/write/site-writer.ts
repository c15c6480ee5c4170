import { createHash } from 'node:crypto'
import {
  dataPath,
  manifestPath,
  toFileHash,
  type DataKind,
  type FileHash,
} from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { compareText } from '#builder/ground/text/compare.ts'
import type { SiteFile } from '../memo/site-memo.ts'
import type { SiteSize } from './site-size.ts'
import type { Disk } from '#builder/ground/disk/disk.ts'
import {
  isImmutable,
  markerPath,
  toObsoleteFiles,
  withoutUnpublished,
  withGeneration,
  type GenerationRecord,
} from './generations.ts'
import { TaskLimit } from '#builder/ground/threads/task-limit.ts'

const writesAtOnce = 16

/** Top folders of a site that contain only files of builds: a sweep removes the unrecorded ones. */
const ownFolders = ['assets', 'browse', 'data', 'feeds', 'posts']

/** Options of a `SiteWriter`. */
interface WriterOptions {
  /** Whether to remove unrecorded files too, which a killed build may have left. */
  sweeps: boolean
  /** Called as soon as readers see the new build, before obsolete files are removed. */
  onPublished?: (() => void) | undefined
}

/**
 * Writes one build of a site in an order that keeps the published one intact: immutable files, pages, and last the
 * manifest.
 */
export class SiteWriter {
  readonly #disk: Disk
  readonly #before: GenerationRecord
  readonly #sweeps: boolean
  readonly #onPublished: () => void
  /** Files of this build, with their sizes. */
  readonly #files = new Map<string, number>()
  readonly #limit = new TaskLimit(writesAtOnce)

  /** `before` is the record of earlier builds in the same folder. */
  constructor(disk: Disk, before: GenerationRecord, { sweeps, onPublished }: WriterOptions) {
    this.#disk = disk
    this.#before = before
    this.#sweeps = sweeps
    this.#onPublished = onPublished ?? (() => {})
  }

  /** Marks the folder as ours before writing anything else, so that a killed first build can be repeated. */
  async begin(): Promise<void> {
    await this.#disk.removeLeftovers()
    if ((await this.#disk.size(markerPath)) === undefined) await this.#writeMarker(this.#before)
  }

  /**
   * Records files before they are written, for names that do not show that they are ours: if the build is then killed,
   * the next one can still remove them.
   */
  async announce(paths: string[]): Promise<void> {
    const { generations } = this.#before
    const known = new Set(generations.flatMap(({ files }) => files))
    const files = paths.filter((path) => !known.has(path))
    if (files.length === 0) return
    await this.#writeMarker({ generations: [{ buildId: '', files }, ...generations] })
  }

  /** Writes JSON under its content hash. */
  writeJson(kind: Exclude<DataKind, 'selections'>, value: unknown): Promise<FileHash> {
    return this.writeBytes(kind, Buffer.from(JSON.stringify(value)))
  }

  /** Writes bytes under their content hash. */
  async writeBytes(kind: DataKind, bytes: Uint8Array): Promise<FileHash> {
    const hash = toFileHash(createHash('sha256').update(bytes).digest())
    await this.writeImmutable(dataPath(kind, hash), bytes)
    return hash
  }

  /** Reads a data file of this or an earlier build; `undefined` when it does not exist. */
  async read(kind: DataKind, hash: FileHash): Promise<Uint8Array | undefined> {
    await this.settle()
    return this.#disk.read(dataPath(kind, hash))
  }

  /** Adopts files of the previous build; `false` when any of them no longer exists. */
  async keep(files: SiteFile[]): Promise<boolean> {
    if (!(await hasFiles(this.#disk, files))) return false
    for (const [path, bytes] of files) this.#files.set(path, bytes)
    return true
  }

  /** Files of this build with their sizes: those at `paths`, or all of them. */
  listFiles(paths?: string[]): SiteFile[] {
    return paths === undefined
      ? [...this.#files]
      : paths.map((path) => [path, this.#files.get(path) ?? 0])
  }

  /** Data files of this build by hash, with their sizes. */
  listData(kind: DataKind, hashes: FileHash[]): SiteFile[] {
    return this.listFiles(hashes.map((hash) => dataPath(kind, hash)))
  }

  /** Writes a file whose name contains its hash; a no-op when it exists. */
  async writeImmutable(path: string, bytes: Uint8Array): Promise<void> {
    if (this.#files.has(path)) return
    this.#files.set(path, bytes.length)
    await this.#limit.run(async () => {
      // The name is the content hash, so equal size means equal file; a truncated file is written again.
      if ((await this.#disk.size(path)) !== bytes.length) await this.#disk.write(path, bytes)
    })
  }

  /** The same for a copy of an existing file, which is read only when the site does not have it yet. */
  async copyImmutable(
    path: string,
    { bytes, read }: { bytes: number; read: () => Promise<Uint8Array> },
  ): Promise<void> {
    if (this.#files.has(path)) return
    this.#files.set(path, bytes)
    await this.#limit.run(async () => {
      if ((await this.#disk.size(path)) !== bytes) await this.#disk.write(path, await read())
    })
  }

  /** Writes a page or another file whose content changes under the same name. */
  async writePage(path: string, text: string | Uint8Array): Promise<void> {
    const bytes = Buffer.from(text)
    this.#files.set(path, bytes.length)
    await this.#limit.run(async () => {
      // An unchanged page keeps its modification time, so the caches of browsers and hosts stay valid.
      if ((await this.#disk.size(path)) === bytes.length) {
        const old = await this.#disk.read(path)
        if (old !== undefined && bytes.equals(old)) return
      }
      await this.#disk.write(path, bytes)
    })
  }

  /** Waits until all writes so far have finished. */
  settle(): Promise<void> {
    return this.#limit.settle()
  }

  /** Publishes: replaces the manifest, so that readers see the new build, then removes obsolete files. */
  async publish(manifest: Manifest): Promise<SiteSize> {
    await this.settle()
    const manifestBytes = Buffer.from(JSON.stringify(manifest))
    this.#files.set(manifestPath, manifestBytes.length)
    const files = [...this.#files.keys()].toSorted(compareText)
    const published = withoutUnpublished(this.#before, await this.#disk.read(manifestPath))
    const after = withGeneration(published, { buildId: manifest.buildId, files })
    // If the build is killed before the last step, the record must list too many files rather than too few.
    const both = { generations: [...this.#before.generations, ...after.generations.slice(0, 1)] }
    await this.#writeMarker(both)
    await this.#disk.write(manifestPath, manifestBytes)
    this.#onPublished()
    const unrecorded = this.#sweeps
      ? [{ buildId: '', files: await this.#disk.list(ownFolders) }]
      : []
    const all = { generations: [...both.generations, ...unrecorded] }
    for (const path of toObsoleteFiles(all, after)) {
      await this.#limit.run(() => this.#disk.remove(path))
    }
    await this.#limit.settle()
    await this.#writeMarker(after)
    await this.#disk.removeLeftovers()
    return this.#measure(after)
  }

  #measure({ generations }: GenerationRecord): SiteSize {
    const size: SiteSize = { files: 0, bytes: 0, pages: 0, largest: { path: '', bytes: 0 } }
    for (const [path, bytes] of this.#files) {
      size.bytes += bytes
      if (path.startsWith('posts/')) size.pages++
      if (bytes > size.largest.bytes) size.largest = { path, bytes }
    }
    const kept = generations[1]?.files.filter((path) => isImmutable(path) && !this.#files.has(path))
    // Plus the marker itself.
    size.files = this.#files.size + (kept?.length ?? 0) + 1
    return size
  }

  #writeMarker(record: GenerationRecord): Promise<void> {
    return this.#disk.write(markerPath, Buffer.from(JSON.stringify(record)))
  }
}

/** Whether all files exist on a disk with the given sizes. */
export async function hasFiles(disk: Disk, files: SiteFile[]): Promise<boolean> {
  for (const [path, bytes] of files) {
    if ((await disk.size(path)) !== bytes) return false
  }
  return true
}
