import { PagedFile } from './paged-file.ts'
import type { ScratchFiles } from './scratch-files.ts'

const firstBytes = 1 << 16

/** A larger column spills to a file: values read once a row, or less, do not deserve memory for a million rows. */
export const mostHeldBytes = 1 << 21

/**
 * A column of byte strings of any length, one per row. A large column keeps its latest rows in memory and the rest in
 * a file.
 */
export class BlobColumn {
  readonly #scratch: ScratchFiles | undefined
  #stored: PagedFile | undefined
  #held: Buffer = Buffer.alloc(0)
  #heldBytes = 0
  #ends: Uint32Array
  #rows: number

  private constructor(ends: Uint32Array, rows: number, scratch?: ScratchFiles) {
    this.#ends = ends
    this.#rows = rows
    this.#scratch = scratch
  }

  /** An empty column with space for `rows` ends; without scratch files it stays in memory. */
  static withRoom(rows: number, scratch?: ScratchFiles): BlobColumn {
    return new BlobColumn(new Uint32Array(rows), 0, scratch)
  }

  /** A column over existing bytes; `ends[row]` is the offset behind a row. */
  static of(bytes: Buffer | PagedFile, ends: Uint32Array): BlobColumn {
    const column = new BlobColumn(ends, ends.length)
    if (bytes instanceof PagedFile) column.#stored = bytes
    else {
      column.#held = bytes
      column.#heldBytes = bytes.length
    }
    return column
  }

  get rows(): number {
    return this.#rows
  }

  /** Adds a row. */
  add(value: Uint8Array): void {
    if (this.#heldBytes + value.length > this.#held.length) this.#makeRoom(value.length)
    this.#held.set(value, this.#heldBytes)
    this.#heldBytes += value.length
    this.#end(this.start(this.#rows) + value.length)
  }

  /** Adds a row of text, or the bytes that hex digits encode. */
  addText(text: string, encoding: 'utf8' | 'hex' = 'utf8'): void {
    this.add(Buffer.from(text, encoding))
  }

  /** Adds a row of unsigned 32-bit integers. */
  addNumbers(numbers: readonly number[]): void {
    const bytes = Buffer.allocUnsafe(numbers.length * 4)
    for (const [at, number] of numbers.entries()) bytes.writeUInt32LE(number, at * 4)
    this.add(bytes)
  }

  /** The numbers of a row that was added with `addNumbers`. */
  numbersAt(row: number): number[] {
    const numbers: number[] = []
    const bytes = this.at(row)
    for (let at = 0; at < bytes.length; at += 4) numbers.push(bytes.readUInt32LE(at))
    return numbers
  }

  /** Bytes of a row. The buffer may be reused: it is valid until the next call. */
  at(row: number): Buffer {
    const start = this.start(row)
    const end = this.#ends[row] ?? 0
    const storedBytes = this.#stored?.length ?? 0
    // A row is never split between file and memory.
    return start < storedBytes && this.#stored !== undefined
      ? this.#stored.at(start, end)
      : this.#held.subarray(start - storedBytes, end - storedBytes)
  }

  textAt(row: number): string {
    return this.at(row).toString()
  }

  /** Whether a row equals the first `length` of `bytes`. */
  equals(row: number, bytes: Buffer, length: number): boolean {
    if ((this.#ends[row] ?? 0) - this.start(row) !== length) return false
    const own = this.at(row)
    // Byte by byte: for strings this short the call into native code costs more than the loop.
    for (let at = 0; at < length; at++) if (own[at] !== bytes[at]) return false
    return true
  }

  /** Offset of a row's first byte; for the row behind the last, the column's size in bytes. */
  start(row: number): number {
    return row === 0 ? 0 : (this.#ends[row - 1] ?? 0)
  }

  /** Bytes of `rows` consecutive rows, in pieces; each is valid until the next one is requested. */
  *piecesOf(first: number, rows: number): Generator<Uint8Array> {
    const end = this.start(first + rows)
    const storedBytes = this.#stored?.length ?? 0
    const start = this.start(first)
    if (this.#stored !== undefined && start < storedBytes) {
      yield* this.#stored.pieces(start, Math.min(end, storedBytes))
    }
    if (end <= storedBytes) return
    yield this.#held.subarray(Math.max(0, start - storedBytes), end - storedBytes)
  }

  #end(end: number): void {
    if (this.#rows === this.#ends.length) {
      const ends = new Uint32Array(Math.max(1024, this.#rows * 2))
      ends.set(this.#ends)
      this.#ends = ends
    }
    this.#ends[this.#rows++] = end
  }

  #makeRoom(bytes: number): void {
    const isFull = this.#heldBytes + bytes > mostHeldBytes
    if (this.#scratch !== undefined && isFull && this.#heldBytes > 0) {
      this.#stored ??= new PagedFile(this.#scratch.open())
      this.#stored.append(this.#held.subarray(0, this.#heldBytes))
      this.#heldBytes = 0
      if (bytes <= this.#held.length) return
    }
    const needed = this.#heldBytes + bytes
    const larger = Buffer.allocUnsafe(Math.max(needed, firstBytes, this.#held.length * 2))
    this.#held.copy(larger, 0, 0, this.#heldBytes)
    this.#held = larger
  }
}
