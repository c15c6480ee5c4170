import { createReadStream, writeSync } from 'node:fs'
import { open, rm, type FileHandle } from 'node:fs/promises'
import { BuildError } from '#builder/ground/build-error.ts'
import { isCode } from '#builder/ground/disk/disk.ts'

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

  /** @throws BuildError when the file cannot be written, or exists: it may be another run's, or left of one that was broken off. */
  static async create(path: string): Promise<PieceFile> {
    const file = await open(path, 'wx').catch((cause: unknown) => {
      if (!isCode(cause, ['EEXIST'])) {
        throw new BuildError(`"${path}" cannot be written.`, 'Give another name.', { cause })
      }
      throw new BuildError(
        `"${path}" exists: another run writes there, or was broken off.`,
        'If none does, delete it; or give another name.',
        { cause },
      )
    })
    return new PieceFile(path, file)
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
