import { BitWriter } from '../bytes/bit-writer.ts'
import { ByteWriter } from '../bytes/byte-writer.ts'
import { toCrc32 } from '../bytes/crc32.ts'
import { frameHeaderBytes, sealFrame, type FrameKind } from '../bytes/frame.ts'
import { countSharedUnits, writeTerm } from '../bytes/term-coding.ts'
import { mergeTerms } from './merge-runs.ts'
import { countPositions, toDocumentOrder, writeDocuments, writePositions } from './posting-codec.ts'
import type { PostingList } from './posting-list.ts'
import type { RunReader } from './run-reader.ts'
import type { Chunk } from './term-block.ts'

/** What the root keeps of a segment besides its id. */
export interface SegmentDirectory {
  rows: number
  /** Number of all blocks, chunks included: `0.bin` to `<blocks - 1>.bin`. */
  blocks: number
  /** Per block of terms, in order: a text not above its first term and above the last term of the block before. */
  separators: string[]
  /** Per block of terms its block number. */
  numbers: number[]
}

/** Sizes that trade bytes of a query against numbers of files; they are no part of the format. */
export interface BlockSizes {
  /** A block of terms is closed at this many bytes. */
  blockBytes: number
  /** Postings of up to this many bytes stand in the block of their term. */
  inlineBytes: number
  /** Posts in a chunk of documents. */
  documentsPerChunk: number
  /** A chunk of positions is closed at this many. */
  positionsPerChunk: number
}

/** The sizes for a segment of so many posts. */
export function toBlockSizes(rows: number): BlockSizes {
  const blockBytes = rows <= 65_536 ? 16_384 : 65_536
  return {
    blockBytes,
    inlineBytes: blockBytes / 4,
    documentsPerChunk: 16_384,
    positionsPerChunk: (blockBytes * 3) / 4,
  }
}

/**
 * Merges neighbouring runs into a segment. Yields its blocks, complete files, in the order of their numbers from 0; the caller
 * hashes them one after the other for the segment's id (`toFileHash` of the SHA-256 over all bytes) and writes each below it.
 */
export function* writeSegment(
  runs: readonly RunReader[],
  sizes?: BlockSizes,
): Generator<Uint8Array, SegmentDirectory> {
  const rows = runs.reduce((sum, run) => sum + run.rows, 0)
  const writer = new SegmentWriter(rows, sizes ?? toBlockSizes(rows))
  for (const { term, list } of mergeTerms(runs)) {
    writer.addTerm(term, list)
    yield* writer.takeBlocks()
  }
  const directory = writer.finish()
  yield* writer.takeBlocks()
  return directory
}

class SegmentWriter {
  readonly #rows: number
  readonly #sizes: BlockSizes
  readonly #terms = new ByteWriter()
  readonly #bits = new BitWriter()
  readonly #separators: string[] = []
  readonly #numbers: number[] = []
  #blocks: Uint8Array[] = []
  #blockCount = 0
  #lastTerm = ''
  #isBlockEmpty = true

  constructor(rows: number, sizes: BlockSizes) {
    this.#rows = rows
    this.#sizes = sizes
  }

  addTerm(term: string, list: PostingList): void {
    if (this.#isBlockEmpty) this.#separators.push(toSeparator(this.#lastTerm, term))
    writeTerm(this.#terms, term, this.#isBlockEmpty ? '' : this.#lastTerm)
    this.#isBlockEmpty = false
    this.#lastTerm = term
    const order = toDocumentOrder(this.#rows, list.length)
    const inline = this.#toInline(list, order)
    this.#terms.writeVarint(list.length * 2 + (inline === undefined ? 1 : 0))
    if (inline === undefined) {
      this.#writeDocumentChunks(list, order)
      this.#writePositionChunks(list)
    } else {
      this.#terms.writeVarint(inline.length)
      this.#terms.writeBytes(inline)
    }
    if (this.#terms.length >= this.#sizes.blockBytes) this.#closeBlock()
  }

  /** The blocks that are complete, in order. */
  takeBlocks(): Uint8Array[] {
    const blocks = this.#blocks
    if (blocks.length > 0) this.#blocks = []
    return blocks
  }

  finish(): SegmentDirectory {
    if (!this.#isBlockEmpty) this.#closeBlock()
    return {
      rows: this.#rows,
      blocks: this.#blockCount,
      separators: this.#separators,
      numbers: this.#numbers,
    }
  }

  /** Documents and positions in one stream when they are short enough. */
  #toInline(list: PostingList, order: number): Uint8Array | undefined {
    // Every posting and position takes a bit at least: no need to write a long list only to measure it.
    if (list.positionCount > this.#sizes.inlineBytes * 8) return undefined
    writeDocuments(this.#bits, list, { from: 0, to: list.length, order })
    writePositions(this.#bits, list, { from: 0, to: list.length, start: 0 })
    const bytes = this.#bits.takeBytes()
    return bytes.length > this.#sizes.inlineBytes ? undefined : bytes
  }

  #writeDocumentChunks(list: PostingList, order: number): void {
    const chunks: Chunk[] = []
    for (let from = 0; from < list.length; from += this.#sizes.documentsPerChunk) {
      const to = Math.min(from + this.#sizes.documentsPerChunk, list.length)
      writeDocuments(this.#bits, list, { from, to, order })
      chunks.push(this.#addChunk('documents', { from, to, list }))
    }
    this.#writeChunkList(chunks)
  }

  #writePositionChunks(list: PostingList): void {
    const chunks: Chunk[] = []
    let start = 0
    for (let from = 0; from < list.length;) {
      let to = from
      let count = 0
      // No chunk of positions reaches across chunks of documents: who has the one can read the other.
      const end = Math.min(nextMultiple(from, this.#sizes.documentsPerChunk), list.length)
      while (to < end && count < this.#sizes.positionsPerChunk) {
        count += countPositions(list, to, to + 1)
        to++
      }
      writePositions(this.#bits, list, { from, to, start })
      chunks.push(this.#addChunk('positions', { from, to, list }))
      start += count
      from = to
    }
    this.#writeChunkList(chunks)
  }

  #addChunk(
    kind: 'documents' | 'positions',
    { from, to, list }: { from: number; to: number; list: PostingList },
  ): Chunk {
    const payload = new ByteWriter()
    payload.writeVarint(to - from)
    payload.writeBytes(this.#bits.takeBytes())
    const { number, bytes } = this.#addBlock(kind, payload.toBytes())
    const crc = toCrc32(bytes.subarray(frameHeaderBytes))
    return { number, firstOrdinal: list.ordinals[from] ?? 0, crc }
  }

  #writeChunkList(chunks: readonly Chunk[]): void {
    this.#terms.writeVarint(chunks.length)
    let before = { number: 0, firstOrdinal: 0 }
    for (const chunk of chunks) {
      this.#terms.writeVarint(chunk.number - before.number)
      this.#terms.writeVarint(chunk.firstOrdinal - before.firstOrdinal)
      this.#terms.writeUint32(chunk.crc)
      before = chunk
    }
  }

  #closeBlock(): void {
    const { number } = this.#addBlock('terms', this.#terms.toBytes())
    this.#numbers.push(number)
    this.#terms.clear()
    this.#isBlockEmpty = true
  }

  #addBlock(kind: FrameKind, payload: Uint8Array): { number: number; bytes: Uint8Array } {
    const number = this.#blockCount++
    const bytes = sealFrame({ kind, number }, payload)
    this.#blocks.push(bytes)
    return { number, bytes }
  }
}

function nextMultiple(value: number, unit: number): number {
  return (Math.floor(value / unit) + 1) * unit
}

/** The shortest beginning of `first` that lies above `before`. */
function toSeparator(before: string, first: string): string {
  return before === '' ? '' : first.slice(0, countSharedUnits(before, first) + 1)
}
