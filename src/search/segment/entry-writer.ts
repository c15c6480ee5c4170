import { BitWriter } from '../bytes/bit-writer.ts'
import { ByteWriter } from '../bytes/byte-writer.ts'
import { toCrc32 } from '../bytes/crc32.ts'
import type { BlockSizes } from './block-sizes.ts'
import {
  countPositions,
  toDocumentOrder,
  writeDocuments,
  writePositions,
  type PostingRange,
} from './posting-codec.ts'
import type { PostingList } from './posting-list.ts'
import { entryForms, type Chunk } from './term-block.ts'

/** Writes the payload of a chunk as a block of its own and returns the block number. */
export type AddChunk = (kind: 'documents' | 'positions', payload: Uint8Array) => number

/** Writes the entry of a term in its block, and the chunks of lists too long to be inline. */
export class EntryWriter {
  readonly #rows: number
  readonly #sizes: BlockSizes
  readonly #addChunk: AddChunk
  readonly #bits = new BitWriter()
  readonly #entry = new ByteWriter()

  constructor(rows: number, sizes: BlockSizes, addChunk: AddChunk) {
    this.#rows = rows
    this.#sizes = sizes
    this.#addChunk = addChunk
  }

  /** Returns the entry of a term. The buffer is reused for the next entry. */
  toEntry(list: PostingList): ByteWriter {
    this.#entry.clear()
    if (this.#fitsInline(list, true)) {
      this.#entry.writeVarint(list.length * 4 + entryForms.inline)
      this.#writeStream()
      return this.#entry
    }
    if (this.#fitsInline(list, false)) {
      this.#entry.writeVarint(list.length * 4 + entryForms.documentsInline)
      this.#writeStream()
    } else {
      this.#entry.writeVarint(list.length * 4 + entryForms.chunks)
      this.#writeChunks(this.#addDocumentChunks(list))
    }
    this.#writeChunks(this.#addPositionChunks(list))
    return this.#entry
  }

  /** Returns the entry of a list without positions, in the same reused buffer. */
  toTotalEntry(list: PostingList): ByteWriter {
    this.#entry.clear()
    this.#entry.writeVarint(list.length * 4 + entryForms.total)
    if (this.#fitsInline(list, false)) {
      this.#writeChunks([])
      this.#writeStream()
    } else this.#writeChunks(this.#addDocumentChunks(list))
    return this.#entry
  }

  /** Writes the documents, and the positions if wanted, as one bit stream. Discards it if it is too long. */
  #fitsInline(list: PostingList, hasPositions: boolean): boolean {
    // Each takes at least one bit, so a long list need not be written just to be measured.
    const count = hasPositions ? list.positionCount : list.length
    if (count > this.#sizes.inlineBytes * 8) return false
    writeDocuments(this.#bits, list, { from: 0, to: list.length, order: this.#toOrder(list) })
    if (hasPositions) writePositions(this.#bits, list, { from: 0, to: list.length, start: 0 })
    if (this.#bits.closeByte() <= this.#sizes.inlineBytes) return true
    this.#bits.clear()
    return false
  }

  /** Moves the bit stream into the entry, preceded by its length. */
  #writeStream(): void {
    this.#entry.writeVarint(this.#bits.closeByte())
    this.#bits.moveTo(this.#entry)
  }

  #addDocumentChunks(list: PostingList): Chunk[] {
    const chunks: Chunk[] = []
    for (let from = 0; from < list.length; from += this.#sizes.documentsPerChunk) {
      const to = Math.min(from + this.#sizes.documentsPerChunk, list.length)
      writeDocuments(this.#bits, list, { from, to, order: this.#toOrder(list) })
      chunks.push(this.#toChunk('documents', list, { from, to }))
    }
    return chunks
  }

  #addPositionChunks(list: PostingList): Chunk[] {
    const chunks: Chunk[] = []
    let start = 0
    for (let from = 0; from < list.length;) {
      // No chunk of positions spans two chunks of documents, so one chunk of documents is enough to read it.
      const end = Math.min(nextMultiple(from, this.#sizes.documentsPerChunk), list.length)
      let to = from
      let count = 0
      while (to < end && count < this.#sizes.positionsPerChunk) {
        count += countPositions(list, to, to + 1)
        to++
      }
      writePositions(this.#bits, list, { from, to, start })
      chunks.push(this.#toChunk('positions', list, { from, to }))
      start += count
      from = to
    }
    return chunks
  }

  #toChunk(kind: 'documents' | 'positions', list: PostingList, range: PostingRange): Chunk {
    const writer = new ByteWriter()
    writer.writeVarint(range.to - range.from)
    this.#bits.moveTo(writer)
    const payload = writer.toBytes()
    const number = this.#addChunk(kind, payload)
    return { number, firstOrdinal: list.ordinals[range.from] ?? 0, crc: toCrc32(payload) }
  }

  #writeChunks(chunks: readonly Chunk[]): void {
    this.#entry.writeVarint(chunks.length)
    let before = { number: 0, firstOrdinal: 0 }
    for (const chunk of chunks) {
      this.#entry.writeVarint(chunk.number - before.number)
      this.#entry.writeVarint(chunk.firstOrdinal - before.firstOrdinal)
      this.#entry.writeUint32(chunk.crc)
      before = chunk
    }
  }

  #toOrder(list: PostingList): number {
    return toDocumentOrder(this.#rows, list.length)
  }
}

function nextMultiple(value: number, unit: number): number {
  return (Math.floor(value / unit) + 1) * unit
}
