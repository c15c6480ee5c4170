import { BitReader } from '../bytes/bit-reader.ts'
import { ByteReader } from '../bytes/byte-reader.ts'
import { toCrc32 } from '../bytes/crc32.ts'
import { readTerm } from '../bytes/term-coding.ts'
import { appendPositions, readDocuments, toDocumentOrder } from './posting-codec.ts'
import type { PostingList } from './posting-list.ts'
import { runMagic } from './run-writer.ts'

/** Gives the bytes of a run from front to back, in pieces of any size; nothing at the end. */
export type RunSource = () => Uint8Array | undefined

/** Reads a run from front to back. Every problem is a `SearchFormatError`; a wrong checksum shows at the end. */
export class RunReader {
  /** Posts of the run. */
  readonly rows: number
  /** The term read last. */
  term = ''
  /** First three units of `term` as a number that orders as they do. */
  key = 0
  readonly #reader: ByteReader
  #crc = 0
  #piece: Uint8Array = new Uint8Array()
  #pieceStart = 0
  #length = 0
  #postings: Uint8Array = new Uint8Array()

  /** `what` names the run in errors. */
  constructor(pull: RunSource, what: string) {
    this.#reader = new ByteReader(new Uint8Array(), what, () => this.#pull(pull))
    for (const expected of runMagic) {
      if (this.#reader.readByte() !== expected) {
        throw this.#reader.toError('no run of this version of the index')
      }
    }
    this.rows = this.#reader.readVarint()
  }

  /** Goes to the next term; false after the last. */
  next(): boolean {
    const reader = this.#reader
    const term = readTerm(reader, this.term)
    if (term === '') {
      this.#finish()
      return false
    }
    if (term <= this.term) throw reader.toError('terms are out of order')
    this.term = term
    this.key = toTermKey(term)
    this.#length = reader.readVarint()
    this.#postings = reader.readBytes(reader.readVarint())
    return true
  }

  /** Adds the postings of the term to a list, the ordinals raised by `base`. */
  appendTo(list: PostingList, base: number): void {
    const bits = new BitReader(this.#postings)
    const from = list.length
    const order = toDocumentOrder(this.rows, this.#length)
    readDocuments(bits, { length: this.#length, rows: this.rows, order }, list)
    appendPositions(bits, list, { from, to: list.length })
    if (!bits.isAtEnd()) throw this.#reader.toError(`postings of "${this.term}" do not end`)
    for (let at = from; at < list.length; at++) list.ordinals[at] = (list.ordinals[at] ?? 0) + base
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
    if (!reader.isAtEnd) throw reader.toError('goes on after its end')
    this.#piece = new Uint8Array()
  }
}

function toTermKey(term: string): number {
  const unit = (at: number) => (at < term.length ? term.charCodeAt(at) : 0)
  return (unit(0) * 65536 + unit(1)) * 65536 + unit(2)
}
