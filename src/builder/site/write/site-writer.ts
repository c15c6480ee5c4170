import { hashDataFile } from '#contract/data-hash.ts'
import { dataPath, manifestPath, type DataKind, type FileHash } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { signaturePath } from '#contract/signing/signed-head.ts'
import { sumsPath } from '#contract/sums-file.ts'
import type { KnownSums, SiteFile } from '../memo/site-memo.ts'
import { measureSite, type SiteSize } from './site-size.ts'
import { temporaryFolder, type Disk } from '#builder/ground/disk/disk.ts'
import { sha256 } from '#builder/ground/sha256.ts'
import { toHexSum } from '../sums/file-hash.ts'
import type { BuildSigner } from '../signing/build-signer.ts'
import { isNamedRight } from '../sums/named-right.ts'
import {
  findEarlier,
  markerPath,
  toMarkerText,
  toObsoleteFiles,
  withoutUnpublished,
  withGeneration,
  type Generation,
  type GenerationRecord,
} from './generations.ts'
import { signSite } from './sign-site.ts'
import { BuiltFiles } from './built-files.ts'
import { writeSums, type WrittenSums } from './write-sums.ts'
import { TaskLimit } from '#builder/ground/threads/task-limit.ts'

const writesAtOnce = 16

/** Where changed pages wait until all is written, a thousand a folder. */
const waitingFolder = `${temporaryFolder}/pages`
const pagesPerFolder = 1_000

/** Top folders of a site that contain only files of builds: a sweep removes the unrecorded ones. */
const ownFolders = ['assets', 'browse', 'data', 'feeds', 'posts']

/** Options of a `SiteWriter`. */
interface WriterOptions {
  /** Whether to remove unrecorded files too, which a killed build may have left. */
  sweeps: boolean
  /** Hashes of the build before, as the cache remembers them. */
  known?: KnownSums | undefined
  /** Absent = the build is not signed. */
  signer?: BuildSigner | undefined
  /** Called as soon as readers see the new build, before obsolete files are removed. */
  onPublished?: (() => void) | undefined
}

/**
 * Writes one build of a site in an order that keeps the published one intact: immutable files, then all changed pages at
 * once, the hashes of all files, and last the manifest.
 */
export class SiteWriter {
  readonly #disk: Disk
  readonly #before: GenerationRecord
  readonly #sweeps: boolean
  readonly #known: KnownSums | undefined
  readonly #onPublished: () => void
  readonly #signer: BuildSigner | undefined
  /** Files of this build. */
  readonly #files = new BuiltFiles()
  /** Copies of which only the size was compared, and how to read what they copy. */
  readonly #copies = new Map<string, () => Promise<Uint8Array>>()
  /** Changed pages that wait, and where. */
  readonly #waiting = new Map<string, string>()
  #pagesWaited = 0
  /** Whether readers see an earlier build of this site. */
  #isPublished = false
  readonly #limit = new TaskLimit(writesAtOnce)

  /** `before` is the record of earlier builds in the same folder. */
  constructor(disk: Disk, before: GenerationRecord, options: WriterOptions) {
    const { sweeps, known, onPublished, signer } = options
    this.#disk = disk
    this.#before = before
    this.#sweeps = sweeps
    this.#known = known
    this.#onPublished = onPublished ?? (() => {})
    this.#signer = signer
  }

  /** Marks the folder as ours before writing anything else, so that a killed first build can be repeated. */
  async begin(): Promise<void> {
    await this.#disk.removeLeftovers()
    this.#isPublished = (await this.#disk.size(manifestPath)) !== undefined
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

  /**
   * Writes bytes under their content hash.
   * @throws TypeError when they have not the form of their kind.
   */
  async writeBytes(kind: DataKind, bytes: Uint8Array): Promise<FileHash> {
    const sum = sha256(bytes)
    const hash = await hashDataFile(kind, bytes, (part) => (part === bytes ? sum : sha256(part)))
    if (hash === undefined) throw new TypeError(`not the bytes of a file in data/${kind}`)
    await this.#writeImmutable(dataPath(kind, hash), bytes, sum)
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
    for (const [path, bytes] of files) this.#files.add(path, bytes)
    return true
  }

  /** Files of this build with their sizes: those at `paths`, or all of them. */
  listFiles(paths?: string[]): SiteFile[] {
    return paths === undefined
      ? [...this.#files.list()]
      : paths.map((path) => [path, this.#files.sizeOf(path) ?? 0])
  }

  /** Data files of this build by hash, with their sizes. */
  listData(kind: DataKind, hashes: FileHash[]): SiteFile[] {
    return this.listFiles(hashes.map((hash) => dataPath(kind, hash)))
  }

  /** Writes a file whose name contains its hash; a no-op when it exists. */
  async writeImmutable(path: string, bytes: Uint8Array): Promise<void> {
    if (!this.#files.has(path)) await this.#writeImmutable(path, bytes, sha256(bytes))
  }

  async #writeImmutable(path: string, bytes: Uint8Array, sum: Uint8Array): Promise<void> {
    if (this.#files.has(path)) return
    this.#files.add(path, bytes.length, sum)
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
    this.#files.add(path, bytes)
    await this.#limit.run(async () => {
      if ((await this.#disk.size(path)) === bytes) this.#copies.set(path, read)
      else await this.#copy(path, read)
    })
  }

  async #copy(path: string, read: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const copy = await read()
    const sum = sha256(copy)
    this.#files.add(path, copy.length, sum)
    await this.#disk.write(path, copy)
    return sum
  }

  /** The hash of a file that was there already and that no list proves: its name does, else it is copied again. */
  async #proveCopy(path: string): Promise<Uint8Array | undefined> {
    const bytes = await this.#disk.read(path)
    if (bytes !== undefined && (await isNamedRight(path, bytes))) return sha256(bytes)
    const read = this.#copies.get(path)
    return read && this.#copy(path, read)
  }

  /**
   * Writes a page or another file whose content changes under the same name. In a site that readers see it waits until
   * `publish`: a build that is killed before leaves every file as its list of hashes says. `sum` is its SHA-256, where it
   * is known.
   */
  async writePage(path: string, text: string | Uint8Array, sum?: Uint8Array): Promise<void> {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text
    this.#files.add(path, bytes.length, sum ?? sha256(bytes))
    this.#waiting.delete(path)
    await this.#limit.run(async () => {
      if (await this.#hasAlready(path, bytes)) return
      if (!this.#isPublished) return this.#disk.write(path, bytes)
      const number = this.#pagesWaited++
      const place = `${waitingFolder}/${Math.floor(number / pagesPerFolder)}/${number}`
      this.#waiting.set(path, place)
      await this.#disk.write(place, bytes)
    })
  }

  // An unchanged page keeps its modification time, so the caches of browsers and hosts stay valid.
  async #hasAlready(path: string, bytes: Uint8Array): Promise<boolean> {
    if ((await this.#disk.size(path)) !== bytes.length) return false
    const old = await this.#disk.read(path)
    return old !== undefined && Buffer.compare(old, bytes) === 0
  }

  /** Waits until all writes so far have finished. */
  settle(): Promise<void> {
    return this.#limit.settle()
  }

  /** Publishes: replaces the manifest, so that readers see the new build, then removes obsolete files. */
  async publish(manifest: Manifest): Promise<{ size: SiteSize; sums: KnownSums }> {
    const manifestBytes = Buffer.from(JSON.stringify(manifest))
    await this.writeBytes('manifests', manifestBytes)
    await this.settle()
    this.#files.add(manifestPath, manifestBytes.length, sha256(manifestBytes))
    const published = withoutUnpublished(this.#before, await this.#disk.read(manifestPath))
    const { root, lists } = await this.#writeSums()
    const { buildId } = manifest
    const signed = await this.#signFor(root, findEarlier(published, buildId))
    const signature = signed?.signature
    if (signature !== undefined) this.#files.add(signaturePath, signature.length)
    const sums = toHexSum(root)
    // Files that nobody signs for do not stay in a signed site.
    const earlier =
      signed !== undefined && signed.keeps === undefined ? { generations: [] } : published
    const after = withGeneration(earlier, { buildId, lists, sums, files: this.#files.paths() })
    // If the build is killed before the last step, the record must list too many files rather than too few.
    const both = { generations: [...this.#before.generations, ...after.generations.slice(0, 1)] }
    await this.#writeMarker(both)
    for (const [path, place] of this.#waiting) {
      await this.#limit.run(() => this.#disk.move(place, path))
    }
    await this.settle()
    if (!(await this.#hasAlready(sumsPath, root))) await this.#disk.write(sumsPath, root)
    if (signature !== undefined) await this.#disk.write(signaturePath, signature)
    await this.#disk.write(manifestPath, manifestBytes)
    this.#onPublished()
    await this.#removeObsolete(both, after)
    await this.#writeMarker(after)
    await this.#disk.removeLeftovers()
    return {
      size: measureSite(this.#files, after),
      sums: { root: sums, lists, keeps: signed?.keeps },
    }
  }

  async #writeSums(): Promise<WrittenSums> {
    const sums = await writeSums(this.#files, {
      disk: this.#disk,
      before: this.#known?.lists,
      writeList: (bytes) => this.writeBytes('sums', bytes),
      prove: (path) => this.#proveCopy(path),
    })
    await this.settle()
    this.#files.add(sumsPath, sums.root.length, sha256(sums.root))
    return sums
  }

  async #signFor(sums: Uint8Array, earlier: Generation | undefined) {
    const known = [this.#known?.lists, this.#known?.keeps]
    return this.#signer && signSite(this.#signer, { disk: this.#disk, sums, earlier, known })
  }

  async #removeObsolete(both: GenerationRecord, after: GenerationRecord): Promise<void> {
    const unrecorded = this.#sweeps
      ? [{ buildId: '', files: await this.#disk.list(ownFolders) }]
      : []
    const all = { generations: [...both.generations, ...unrecorded] }
    for (const path of toObsoleteFiles(all, after)) {
      await this.#limit.run(() => this.#disk.remove(path))
    }
    await this.settle()
  }

  #writeMarker(record: GenerationRecord): Promise<void> {
    return this.#disk.write(markerPath, Buffer.from(toMarkerText(record)))
  }
}

/** Whether all files exist on a disk with the given sizes. */
export async function hasFiles(disk: Disk, files: SiteFile[]): Promise<boolean> {
  for (const [path, bytes] of files) {
    if ((await disk.size(path)) !== bytes) return false
  }
  return true
}
