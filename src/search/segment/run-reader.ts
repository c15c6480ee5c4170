import { BitReader } from '../bytes/bit-reader.ts'
import { ByteReader } from '../bytes/byte-reader.ts'
import { toCrc32 } from '../bytes/crc32.ts'
import { TermUnits } from '../bytes/term-units.ts'
import { appendPositions, readDocuments, toDocumentOrder } from './posting-codec.ts'
import type { PostingList } from './posting-list.ts'
import { runMagic } from './run-writer.ts'

/** Returns the next bytes of a run, in pieces of any size; `undefined` at the end. */
export type RunSource = () => Uint8Array | undefined

/**
 * Reads a run from front to back. Every problem is a `SearchFormatError`. A wrong checksum is only detected at the end.
 */
export class RunReader {
  /** Number of posts in the run. */
  readonly rows: number
  /** The current term. */
  readonly term = new TermUnits()
  readonly #reader: ByteReader
  readonly #bits = new BitReader(new Uint8Array())
  #crc = 0
  #piece: Uint8Array = new Uint8Array()
  #pieceStart = 0
  // Number of posts of the current term, and where its postings are in the reader's bytes.
  #length = 0
  #from = 0
  #to = 0

  /** `what` names the run in errors. */
  constructor(pull: RunSource, what: string) {
    this.#reader = new ByteReader(new Uint8Array(), what, () => this.#pull(pull))
    for (const expected of runMagic) {
      if (this.#reader.readByte() !== expected) {
        throw this.#reader.toError('not a run of this version of the index')
      }
    }
    this.rows = this.#reader.readVarint()
  }

  /** Advances to the next term. Returns false after the last one. */
  next(): boolean {
    const reader = this.#reader
    if (!this.term.readNext(reader)) {
      this.#finish()
      return false
    }
    this.#length = reader.readVarint()
    const bytes = reader.readVarint()
    this.#from = reader.passBytes(bytes)
    this.#to = this.#from + bytes
    return true
  }

  /** Adds the postings of the current term to a list, with `base` added to the ordinals. */
  appendTo(list: PostingList, base: number): void {
    const bits = this.#bits
    bits.open(this.#reader.bytes, this.#from, this.#to)
    const from = list.length
    const order = toDocumentOrder(this.rows, this.#length)
    readDocuments(bits, { length: this.#length, rows: this.rows, order, base }, list)
    appendPositions(bits, list, { from, to: list.length })
    if (!bits.isAtEnd()) {
      throw this.#reader.toError(`data after the postings of "${this.term.toText()}"`)
    }
  }

  #pull(pull: RunSource): Uint8Array | undefined {
    this.#crc = toCrc32(this.#piece, this.#crc)
    this.#pieceStart += this.#piece.length
    const piece = pull()
    this.#piece = piece ?? new Uint8Array()
    return piece
  }

  #finish(): void {
    const reader = this.#reader
    const before = reader.position - this.#pieceStart
    const crc = toCrc32(this.#piece.subarray(0, before), this.#crc)
    if (reader.readUint32() !== crc) throw reader.toError('damaged (checksum differs)')
    if (!reader.isAtEnd) throw reader.toError('data after the end')
    this.#piece = new Uint8Array()
  }
}
