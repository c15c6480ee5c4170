import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Temp file of rendered HTML by number, deleted when it is closed. A row appears in ten lists, and the rows of a
 * million posts do not fit into memory.
 */
export class MarkupFile {
  readonly #folder: string
  readonly #file: number
  readonly #starts: Float64Array
  readonly #sizes: Uint32Array
  #bytes = 0

  /** Reserves room for `pieces`, numbered from 0. */
  constructor(pieces: number) {
    this.#folder = mkdtempSync(join(tmpdir(), 'broadsheet-rows-'))
    this.#file = openSync(join(this.#folder, 'rows'), 'w+')
    this.#starts = new Float64Array(pieces)
    this.#sizes = new Uint32Array(pieces)
  }

  /** Returns the piece with this number; `undefined` when it was not added. */
  read(number: number): string | undefined {
    const size = this.#sizes[number] ?? 0
    if (size === 0) return undefined
    const bytes = Buffer.allocUnsafe(size)
    readSync(this.#file, bytes, 0, size, this.#starts[number] ?? 0)
    return bytes.toString()
  }

  /** Adds a piece, which must not be empty. */
  add(number: number, markup: string): void {
    const bytes = Buffer.from(markup)
    writeSync(this.#file, bytes, 0, bytes.length, this.#bytes)
    this.#starts[number] = this.#bytes
    this.#sizes[number] = bytes.length
    this.#bytes += bytes.length
  }

  close(): void {
    closeSync(this.#file)
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
