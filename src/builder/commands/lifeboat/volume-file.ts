import { createReadStream, writeSync } from 'node:fs'
import { open, rm, type FileHandle } from 'node:fs/promises'
import { toVolumeElement } from './lifeboat-page.ts'

/** Volumes on the disk until the directory, which stands before them, is known: those of a large archive fill no memory. */
export class VolumeFile {
  readonly #path: string
  readonly #file: FileHandle
  #first = 0
  #volumes = 0

  private constructor(path: string, file: FileHandle) {
    this.#path = path
    this.#file = file
  }

  static async create(path: string): Promise<VolumeFile> {
    return new VolumeFile(path, await open(path, 'wx'))
  }

  /** Writes the element of the next volume. */
  readonly add = (base64: string): void => {
    const written = writeSync(this.#file.fd, toVolumeElement(this.#volumes, base64))
    if (this.#volumes === 0) this.#first = written
    this.#volumes++
  }

  /** The element of the first volume. */
  async *first(): AsyncGenerator<Uint8Array> {
    if (this.#first > 0) yield* this.#read({ end: this.#first - 1 })
  }

  /** The elements of all others. */
  rest(): AsyncGenerator<Uint8Array> {
    return this.#read({ start: this.#first })
  }

  async remove(): Promise<void> {
    await this.#file.close()
    await rm(this.#path)
  }

  async *#read(range: { start?: number; end?: number }): AsyncGenerator<Uint8Array> {
    for await (const piece of createReadStream(this.#path, range)) yield piece as Uint8Array
  }
}
