import { BitWriter } from '../bytes/bit-writer.ts'
import { ByteWriter } from '../bytes/byte-writer.ts'
import { toCrc32 } from '../bytes/crc32.ts'
import { frameKinds, searchFormatVersion } from '../bytes/frame.ts'
import { writeTerm } from '../bytes/term-coding.ts'
import { toDocumentOrder, writeDocuments, writePositions } from './posting-codec.ts'
import type { PostingList } from './posting-list.ts'

/** First bytes of a run: "BSIX" as in every file of the index, version, kind. */
export const runMagic = [0x42, 0x53, 0x49, 0x58, searchFormatVersion, frameKinds.run]

// Pieces returned by `takePiece` have about this many bytes.
const pieceBytes = 65_536

/** Writes a run: header, terms in order with their postings, an empty term, CRC-32 of all before it. */
export class RunWriter {
  readonly #rows: number
  readonly #bytes = new ByteWriter()
  readonly #bits = new BitWriter()
  #crc = 0
  #before = ''

  constructor(rows: number) {
    this.#rows = rows
    for (const byte of runMagic) this.#bytes.writeByte(byte)
    this.#bytes.writeVarint(rows)
  }

  /** Terms must come in ascending order of their UTF-16 units. */
  writeTerm(term: string, list: PostingList): void {
    writeTerm(this.#bytes, term, this.#before)
    this.#before = term
    const order = toDocumentOrder(this.#rows, list.length)
    writeDocuments(this.#bits, list, { from: 0, to: list.length, order })
    writePositions(this.#bits, list, { from: 0, to: list.length, start: 0 })
    this.#bytes.writeVarint(list.length)
    this.#bytes.writeVarint(this.#bits.closeByte())
    this.#bits.moveTo(this.#bytes)
  }

  /** Returns what was written since the last call, once it is large enough to be worth a write. */
  takePiece(): Uint8Array | undefined {
    if (this.#bytes.length < pieceBytes) return undefined
    const piece = this.#bytes.toBytes()
    this.#crc = toCrc32(piece, this.#crc)
    this.#bytes.clear()
    return piece
  }

  /** Ends the run and returns the remaining bytes. */
  finish(): Uint8Array {
    writeTerm(this.#bytes, '', '')
    this.#bytes.writeUint32(toCrc32(this.#bytes.toBytes(), this.#crc))
    const rest = this.#bytes.toBytes()
    this.#bytes.clear()
    return rest
  }
}
