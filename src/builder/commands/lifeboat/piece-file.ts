import { createReadStream, writeSync } from 'node:fs'
import { open, rm, type FileHandle } from 'node:fs/promises'

/** Bytes in a piece file. */
export interface FilePiece {
  start: number
  length: number
}

/** Parts of a lifeboat on the disk until what stands before them is known: those of a large archive fill no memory. */
export class PieceFile {
  readonly #path: string
  readonly #file: FileHandle
  #length = 0

  private constructor(path: string, file: FileHandle) {
    this.#path = path
    this.#file = file
  }

  static async create(path: string): Promise<PieceFile> {
    return new PieceFile(path, await open(path, 'wx'))
  }

  /** Writes bytes behind all others. */
  readonly keep = (bytes: Uint8Array): FilePiece => {
    let written = 0
    while (written < bytes.length) written += writeSync(this.#file.fd, bytes, written)
    const piece = { start: this.#length, length: bytes.length }
    this.#length += bytes.length
    return piece
  }

  async *read({ start, length }: FilePiece): AsyncGenerator<Uint8Array> {
    if (length === 0) return
    const stream = createReadStream(this.#path, { start, end: start + length - 1 })
    for await (const piece of stream) yield piece as Uint8Array
  }

  async remove(): Promise<void> {
    await this.#file.close()
    await rm(this.#path)
  }
}
