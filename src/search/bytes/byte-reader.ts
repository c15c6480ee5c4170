import { joinBytes } from '#core/bytes/join-bytes.ts'
import { SearchFormatError } from './search-format-error.ts'

// No single piece of this format is longer. A length above it means damage, and no memory is allocated for it.
const mostBytes = 2 ** 28

/** Reads bytes from front to back. Never reads past the end. */
export class ByteReader {
  #bytes: Uint8Array
  #at = 0
  #dropped = 0
  readonly #what: string
  readonly #pull: () => Uint8Array | undefined

  /** `what` names the file in errors. `pull` returns the bytes that follow `bytes`, `undefined` at the end. */
  constructor(
    bytes: Uint8Array,
    what: string,
    pull: () => Uint8Array | undefined = () => undefined,
  ) {
    this.#bytes = bytes
    this.#what = what
    this.#pull = pull
  }

  /** Number of bytes read so far. */
  get position(): number {
    return this.#dropped + this.#at
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length && !this.#refill()
  }

  readByte(): number {
    if (this.#at === this.#bytes.length && !this.#refill()) throw this.toError('cut off')
    return this.#bytes[this.#at++] ?? 0
  }

  /** See `ByteWriter.writeVarint`. */
  readVarint(): number {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.readByte()
      // Shifts work on 32 bits, so the last byte may have only four.
      if (shift === 28 && byte > 15) break
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
    }
    throw this.toError('a number has more than 32 bits')
  }

  readUint32(): number {
    let value = 0
    for (let shift = 0; shift < 32; shift += 8) value |= this.readByte() << shift
    return value >>> 0
  }

  /** Returns the next bytes; copies them only if they span several pieces. */
  readBytes(length: number): Uint8Array {
    const end = this.#at + length
    if (end <= this.#bytes.length) {
      const bytes = this.#bytes.subarray(this.#at, end)
      this.#at = end
      return bytes
    }
    return this.#readPieces(length)
  }

  /**
   * Skips the next bytes and returns their offset in `bytes`, where they are contiguous until the reader moves again.
   */
  passBytes(length: number): number {
    if (this.#at + length > this.#bytes.length) {
      const bytes = this.#readPieces(length)
      // Keeps the unread rest of the last piece after the joined bytes.
      const rest = this.#bytes.subarray(this.#at)
      this.#dropped += this.#at - bytes.length
      this.#bytes = joinBytes([bytes, rest])
      this.#at = bytes.length
      return 0
    }
    this.#at += length
    return this.#at - length
  }

  /** The current buffer; see `passBytes`. */
  get bytes(): Uint8Array {
    return this.#bytes
  }

  /** Makes an error that names the problem, the file and the position. */
  toError(problem: string): SearchFormatError {
    return new SearchFormatError(`${this.#what}: ${problem} at byte ${this.position}`)
  }

  #readPieces(length: number): Uint8Array {
    if (length > mostBytes) throw this.toError('cut off')
    const pieces: Uint8Array[] = []
    let missing = length
    while (missing > 0) {
      if (this.#at === this.#bytes.length && !this.#refill()) throw this.toError('cut off')
      const piece = this.#bytes.subarray(this.#at, this.#at + missing)
      pieces.push(piece)
      this.#at += piece.length
      missing -= piece.length
    }
    return joinBytes(pieces)
  }

  #refill(): boolean {
    for (;;) {
      const bytes = this.#pull()
      if (bytes === undefined) return false
      this.#dropped += this.#bytes.length
      this.#bytes = bytes
      this.#at = 0
      if (bytes.length > 0) return true
    }
  }
}
