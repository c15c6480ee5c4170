import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RecordSlot } from '../post/cached-post.ts'
import type { FileStamps, Stamp } from '#builder/ground/disk/file-stamp.ts'
import type { FoundFile } from '#builder/read/discover/post-file.ts'
import { settleRecord } from './settle-record.ts'
import { RecordFile, type RecordBytes } from './record-file.ts'
import { matchSources, type SourceMatch } from './match-sources.ts'
import { ScratchFiles } from '#builder/ground/columns/scratch-files.ts'
import { makeNoIndex, openIndex, writeIndex, type SourceIndex } from './source-index.ts'
import { SourceRows } from './source-rows.ts'
import type { NewSource } from './new-source.ts'
import { flag } from './source-flags.ts'
import { SourceTable } from './source-table.ts'

const indexName = 'posts.broadsheet'
const recordsName = 'records.broadsheet'

interface StoreHome {
  folder: string
  program: string
  isTemporary: boolean
}

/**
 * The cache of posts: an append-only file of their rows and bodies, and an index of the source files they came from.
 * Whatever is damaged, or was written by another version of the program, counts as missing.
 */
export class PostStore {
  readonly #home: StoreHome
  readonly #records: RecordFile
  readonly #known: SourceTable
  readonly #closeKnown: () => void
  readonly #scratch: ScratchFiles
  #key: string | undefined
  #fresh: SourceTable

  private constructor(home: StoreHome, records: RecordFile, index: SourceIndex) {
    this.#home = home
    this.#records = records
    this.#known = index.table
    this.#closeKnown = index.close
    this.#scratch = new ScratchFiles(home.folder)
    this.#key = index.key
    this.#fresh = new SourceTable(this.#known.texts)
  }

  /** Opens the store in a folder, which must exist. */
  static async open(folder: string, program: string): Promise<PostStore> {
    const index = openIndex(join(folder, indexName), program)
    try {
      const records = await RecordFile.open(join(folder, recordsName), index.recordBytes)
      return new PostStore({ folder, program, isTemporary: false }, records, index)
    } catch (error) {
      index.close()
      throw error
    }
  }

  /** Empties the store in a folder. */
  static async clear(folder: string): Promise<void> {
    await rm(join(folder, indexName), { force: true })
  }

  /** Opens an empty store that is deleted when it is closed. */
  static async openTemporary(): Promise<PostStore> {
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-'))
    const records = await RecordFile.open(join(folder, recordsName), 0)
    return new PostStore({ folder, program: '', isTemporary: true }, records, makeNoIndex())
  }

  /** Hash of the index on the disk; `undefined` when there is none. */
  get key(): string | undefined {
    return this.#key
  }

  /** Matches files with the known ones, and reserves rows for those that are new or changed. */
  match(files: readonly FoundFile[], stamps: FileStamps): SourceMatch {
    const match = matchSources(this.#known, files, stamps)
    this.#fresh = SourceTable.withRoom(this.#known.texts, match.fresh.length, this.#scratch)
    return match
  }

  /** Content hash of a known file. `undefined` for a file that held no post: it is always tried again. */
  knownHash(row: number): string | undefined {
    const isPost = row >= 0 && this.#known.has(flag.hasPost, row)
    return isPost ? this.#known.contentHash(row) : undefined
  }

  /** Adds what was read from a source file; returns its place, see `SourceRows`. */
  async add(source: Omit<NewSource, 'slot'>): Promise<number> {
    const { post } = source.prepared
    const slot = post === undefined ? undefined : await this.#records.add(post)
    return ~this.#fresh.add({ ...source, slot })
  }

  /** Adds a known source file whose bytes did not change, with its new stamp; returns its place. */
  addKnown(row: number, stamp: Stamp): number {
    return ~this.#fresh.addCopy(this.#known, row, stamp)
  }

  /**
   * Reads a record, with its own pictures as they are settled.
   * @throws CacheDamage when the bytes differ from those that were added.
   */
  async read(slot: RecordSlot): Promise<RecordBytes> {
    const record = await this.#records.read(slot)
    return slot.pictures === undefined ? record : settleRecord(record, slot.pictures)
  }

  /** Writes the index of the files at these places, which replaces the one before, and returns their rows. */
  async save(places: Int32Array): Promise<SourceRows> {
    const sources = new SourceRows({ known: this.#known, fresh: this.#fresh }, places)
    const { folder, program, isTemporary } = this.#home
    const isChanged = this.#fresh.rows > 0 || sources.length !== this.#known.rows
    if (isTemporary || !isChanged) return sources
    await this.#records.flush()
    const state = { program, recordBytes: this.#records.bytes, sources }
    this.#key = await writeIndex(join(folder, indexName), state)
    return sources
  }

  async close(): Promise<void> {
    this.#closeKnown()
    this.#scratch.close()
    await this.#records.close()
    if (this.#home.isTemporary) await rm(this.#home.folder, { recursive: true, force: true })
  }
}
