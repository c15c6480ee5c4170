import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DraftBody, SpoolSlot } from './draft-post.ts'

const flushBytes = 1 << 20

/** A temporary file that keeps bodies between reading the posts and knowing their order. */
export class BodySpool {
  readonly #folder: string
  readonly #handle: FileHandle
  #pending: Buffer[] = []
  #pendingBytes = 0
  #writtenBytes = 0

  private constructor(folder: string, handle: FileHandle) {
    this.#folder = folder
    this.#handle = handle
  }

  /** Opens an empty spool in the system's folder for temporary files. */
  static async open(): Promise<BodySpool> {
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-'))
    return new BodySpool(folder, await open(join(folder, 'bodies'), 'w+'))
  }

  /** Puts a body at the end. */
  async add(body: DraftBody): Promise<SpoolSlot> {
    const bytes = Buffer.from(JSON.stringify(body))
    const slot = { start: this.#writtenBytes + this.#pendingBytes, bytes: bytes.length }
    this.#pending.push(bytes)
    this.#pendingBytes += bytes.length
    if (this.#pendingBytes >= flushBytes) await this.#flush()
    return slot
  }

  /** Takes a body out again. */
  async read(slot: SpoolSlot): Promise<DraftBody> {
    await this.#flush()
    const bytes = Buffer.alloc(slot.bytes)
    const { bytesRead } = await this.#handle.read(bytes, 0, slot.bytes, slot.start)
    if (bytesRead !== slot.bytes) throw new Error('the temporary file of bodies is cut off')
    // Written by `add` a moment ago, by this process: the one JSON that needs no parser.
    return JSON.parse(bytes.toString()) as DraftBody
  }

  /** Closes and removes the temporary file. */
  async close(): Promise<void> {
    await this.#handle.close()
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #flush(): Promise<void> {
    if (this.#pendingBytes === 0) return
    const bytes = Buffer.concat(this.#pending)
    this.#pending = []
    this.#pendingBytes = 0
    const at = this.#writtenBytes
    this.#writtenBytes += bytes.length
    await this.#handle.write(bytes, 0, bytes.length, at)
  }
}
