import { BitReader } from '../bytes/bit-reader.ts'
import { SearchFormatError } from '../bytes/search-format-error.ts'
import { readDocuments, toDocumentOrder } from '../segment/posting-codec.ts'
import { PostingList, type DocumentList } from '../segment/posting-list.ts'
import type { Chunk, TermEntry } from '../segment/term-block.ts'
import { PositionLists, type PositionTable } from './position-lists.ts'
import type { SegmentReader } from './segment-reader.ts'
import { findPlace } from './sorted-lists.ts'

/** The posts and positions of one term in a segment. Of a long list only the chunks that are needed are fetched. */
export class TermPostings {
  /** Number of posts that contain the term. */
  readonly count: number
  readonly #reader: SegmentReader
  readonly #entry: TermEntry
  readonly #rows: number
  readonly #order: number
  #documents: PostingList | undefined
  #loadedChunks = ''
  // Where the positions begin in the bits of an inline list.
  #positionBits = 0

  constructor(reader: SegmentReader, entry: TermEntry) {
    this.count = entry.length
    this.#reader = reader
    this.#entry = entry
    this.#rows = reader.segment.rows
    this.#order = toDocumentOrder(this.#rows, entry.length)
  }

  /** Loads the posts of the term: all of them without candidates, otherwise at least those among the candidates. */
  async loadDocuments(candidates: Uint32Array | undefined): Promise<DocumentList> {
    const chunks = this.#entry.documents
    if (chunks instanceof Uint8Array) {
      this.#documents ??= this.#readInline(chunks)
      return this.#documents
    }
    const chosen = chooseChunks(chunks, candidates)
    return await this.#loadChunks(chosen, chosen.length === chunks.length)
  }

  /** Loads the positions of the term in the candidates, each of which must contain it. */
  async loadPositions(candidates: Uint32Array): Promise<PositionTable> {
    const documents = await this.loadDocuments(candidates)
    const lists = new PositionLists(documents, candidates)
    const stream = this.#entry.documents
    if (this.#entry.positions === undefined) {
      if (!(stream instanceof Uint8Array)) throw this.#toError('has no positions')
      lists.read(new BitReader(stream, this.#positionBits), { from: 0, to: documents.length })
      return lists.toTable()
    }
    const chunks = chooseChunks(this.#entry.positions, candidates)
    const reads = chunks.map((chunk) => this.#reader.readChunk('positions', chunk))
    for (const [at, { length, bits }] of (await Promise.all(reads)).entries()) {
      const from = findPlace(documents.ordinals, chunks[at]?.firstOrdinal ?? 0, documents.length)
      if (from + length > documents.length) throw this.#toError('has positions of other posts')
      lists.read(new BitReader(bits), { from, to: from + length })
    }
    return lists.toTable()
  }

  #readInline(bytes: Uint8Array): PostingList {
    const bits = new BitReader(bytes)
    const list = new PostingList()
    readDocuments(bits, { length: this.count, rows: this.#rows, order: this.#order }, list)
    this.#positionBits = bits.position
    return list
  }

  async #loadChunks(chunks: readonly Chunk[], isAll: boolean): Promise<PostingList> {
    const key = chunks.map(({ number }) => number).join(' ')
    if (this.#documents !== undefined && this.#loadedChunks === key) return this.#documents
    const reads = chunks.map((chunk) => this.#reader.readChunk('documents', chunk))
    const list = new PostingList()
    for (const { length, bits } of await Promise.all(reads)) {
      const before = list.ordinals[list.length - 1] ?? -1
      const start = list.length
      readDocuments(new BitReader(bits), { length, rows: this.#rows, order: this.#order }, list)
      if (start > 0 && (list.ordinals[start] ?? 0) <= before) throw this.#toError('is out of order')
    }
    if (isAll && list.length !== this.count) throw this.#toError('has chunks of another length')
    this.#documents = list
    this.#loadedChunks = key
    return list
  }

  #toError(problem: string): SearchFormatError {
    return new SearchFormatError(
      `search segment ${this.#reader.segment.id}: "${this.#entry.term}" ${problem}`,
    )
  }
}

/** The chunks that could contain a candidate. */
function chooseChunks(chunks: readonly Chunk[], candidates: Uint32Array | undefined): Chunk[] {
  if (candidates === undefined) return [...chunks]
  return chunks.filter(({ firstOrdinal }, at) => {
    const next = chunks[at + 1]?.firstOrdinal ?? Number.POSITIVE_INFINITY
    const place = findPlace(candidates, firstOrdinal)
    return place < candidates.length && (candidates[place] ?? 0) < next
  })
}
