import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PreparedPost } from '../ingest/prepare-post.ts'
import type { RecordSlot } from '../ingest/draft-post.ts'
import type { PostFile } from '../read/post-file.ts'
import { readIndex, writeIndex } from './source-index.ts'
import { RecordFile, type PostRecord } from './record-file.ts'
import type { SourceRecord } from './source-record.ts'

const indexName = 'posts.broadsheet'
const recordsName = 'records.broadsheet'

/**
 * Prepared posts: their rows and bodies in one file that only grows, and an index of the source files they came from. What
 * another version of the program prepared, or what is damaged, is not there.
 */
export class PostStore {
  readonly #folder: string
  readonly #program: string
  readonly #records: RecordFile
  readonly #known: Map<string, SourceRecord>
  readonly #isTemporary: boolean

  private constructor(
    folder: string,
    rest: {
      program: string
      records: RecordFile
      known: Map<string, SourceRecord>
      isTemporary: boolean
    },
  ) {
    this.#folder = folder
    this.#program = rest.program
    this.#records = rest.records
    this.#known = rest.known
    this.#isTemporary = rest.isTemporary
  }

  /** Opens the store in a folder, which must exist. */
  static async open(folder: string, program: string): Promise<PostStore> {
    const { recordBytes, known } = await readIndex(join(folder, indexName), program)
    const records = await RecordFile.open(join(folder, recordsName), recordBytes)
    return new PostStore(folder, { program, records, known, isTemporary: false })
  }

  /** Forgets all that is in a folder's store. */
  static async clear(folder: string): Promise<void> {
    await rm(join(folder, indexName), { force: true })
  }

  /** Opens an empty store that goes when it is closed. */
  static async openTemporary(): Promise<PostStore> {
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-'))
    const records = await RecordFile.open(join(folder, recordsName), 0)
    return new PostStore(folder, { program: '', records, known: new Map(), isTemporary: true })
  }

  /** What is known of a source file, if it was read with the same settings. */
  find({ file, timeZone }: PostFile): SourceRecord | undefined {
    const record = this.#known.get(file)
    return record?.timeZone === timeZone ? record : undefined
  }

  /** Takes in what came of a source file. */
  async add(
    { file, timeZone }: PostFile,
    { contentHash, draft, problems }: PreparedPost,
    stamp: string | undefined,
  ): Promise<SourceRecord> {
    const record: SourceRecord = { file, timeZone, stamp, contentHash, problems }
    if (draft === undefined) return record
    const { collection, fileName, sourceUrl, title, row } = draft
    const slot = await this.#records.add(draft)
    const head = { collection, file, fileName, contentHash, sourceUrl, title, row }
    return { ...record, draft: { ...head, record: slot } }
  }

  /** @throws CacheDamage when the bytes are not those that were added. */
  read(slot: RecordSlot): Promise<PostRecord> {
    return this.#records.read(slot)
  }

  /** Writes the index: from now on these are the files that are known. */
  async save(sources: SourceRecord[]): Promise<void> {
    if (this.#isTemporary) return
    await this.#records.flush()
    const state = { program: this.#program, recordBytes: this.#records.bytes, sources }
    await writeIndex(join(this.#folder, indexName), state, this.#known)
  }

  async close(): Promise<void> {
    await this.#records.close()
    if (this.#isTemporary) await rm(this.#folder, { recursive: true, force: true })
  }
}
