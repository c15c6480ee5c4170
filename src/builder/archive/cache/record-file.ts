import { open, type FileHandle } from 'node:fs/promises'
import { readSync } from 'node:fs'
import type { RecordSlot } from '../post/cached-post.ts'
import type { PreparedPost } from '../prepare/prepare-file.ts'
import { toRecordHash } from '../post/record-hash.ts'
import { isCode } from '#builder/ground/disk/disk.ts'
import { CacheDamage } from '#builder/ground/disk/cache-damage.ts'
import { writeAll } from '#builder/ground/disk/write-all.ts'

const flushBytes = 1 << 20

/** Row, body and sentences of a post as JSON. */
export interface RecordBytes {
  row: Uint8Array
  body: Uint8Array
  /** `OpeningSentences`; empty without any. */
  opening: Uint8Array
}

/** Append-only file of rows and bodies with random access; its bytes never change. */
export class RecordFile {
  readonly #handle: FileHandle
  /** Bytes before this offset come from an earlier build and are checked when they are read. */
  readonly #ownFrom: number
  #pending: Uint8Array[] = []
  #pendingBytes = 0
  #writtenBytes: number

  private constructor(handle: FileHandle, bytes: number) {
    this.#handle = handle
    this.#ownFrom = bytes
    this.#writtenBytes = bytes
  }

  /**
   * Opens the file to append after its first `bytes`, and truncates what a killed build left behind them.
   * @throws CacheDamage when the file is missing or shorter than that.
   */
  static async open(path: string, bytes: number): Promise<RecordFile> {
    const handle = await open(path, bytes === 0 ? 'w+' : 'r+').catch((error: unknown) => {
      if (isCode(error, ['ENOENT'])) throw new CacheDamage('the file of records is gone')
      throw error
    })
    const { size } = await handle.stat()
    if (size < bytes) {
      await handle.close()
      throw new CacheDamage('the file of records is cut off')
    }
    await handle.truncate(bytes)
    return new RecordFile(handle, bytes)
  }

  /** Bytes added so far, by all builds. */
  get bytes(): number {
    return this.#writtenBytes + this.#pendingBytes
  }

  /** Appends a record. */
  async add({ rowJson, bodyJson, openingJson, hash }: PreparedPost): Promise<RecordSlot> {
    const slot = {
      start: this.bytes,
      rowBytes: rowJson.length,
      bodyBytes: bodyJson.length,
      openingBytes: openingJson.length,
      hash,
    }
    this.#pending.push(rowJson, bodyJson, openingJson)
    this.#pendingBytes += slot.rowBytes + slot.bodyBytes + slot.openingBytes
    if (this.#pendingBytes >= flushBytes) await this.flush()
    return slot
  }

  /** @throws CacheDamage when the bytes differ from those that were added. */
  async read(slot: RecordSlot): Promise<RecordBytes> {
    const { start, rowBytes, bodyBytes, openingBytes, hash, checksum = hash } = slot
    await this.flush()
    const bytes = Buffer.allocUnsafe(rowBytes + bodyBytes + openingBytes)
    // Synchronous on purpose, as when posts are read: the round trip through libuv's thread pool costs ten times the
    // read.
    const read = readSync(this.#handle.fd, bytes, 0, bytes.length, start)
    const isIntact = read === bytes.length
    if (!isIntact || (start < this.#ownFrom && toRecordHash([bytes]) !== checksum)) {
      throw new CacheDamage('a record is damaged')
    }
    return {
      row: bytes.subarray(0, rowBytes),
      body: bytes.subarray(rowBytes, rowBytes + bodyBytes),
      opening: bytes.subarray(rowBytes + bodyBytes),
    }
  }

  /** Writes all pending records. */
  async flush(): Promise<void> {
    if (this.#pendingBytes === 0) return
    const bytes = Buffer.concat(this.#pending)
    this.#pending = []
    this.#pendingBytes = 0
    const at = this.#writtenBytes
    this.#writtenBytes += bytes.length
    await writeAll(this.#handle, bytes, at)
  }

  close(): Promise<void> {
    return this.#handle.close()
  }
}
