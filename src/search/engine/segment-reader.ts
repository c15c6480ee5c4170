import { searchBlockPath } from '#contract/file-names.ts'
import { ByteReader } from '../bytes/byte-reader.ts'
import { toCrc32 } from '../bytes/crc32.ts'
import { openFrame } from '../bytes/frame.ts'
import { SearchFormatError } from '../bytes/search-format-error.ts'
import { dropProof, toProvenSegment } from '../segment/block-proof.ts'
import type { RootSegment } from '../segment/search-root.ts'
import { findEntries, type Chunk, type TermEntry } from '../segment/term-block.ts'
import type { SearchSource } from './search-source.ts'
import type { TermQuery } from './term-source.ts'

type BlockSource = Pick<SearchSource, 'fetchBlock' | 'sha256'>

/** Reads the terms and chunks of one segment. Nothing of a block is read before it is proven. */
export class SegmentReader {
  readonly segment: RootSegment
  readonly #source: BlockSource
  readonly #signal: AbortSignal

  constructor(segment: RootSegment, source: BlockSource, signal: AbortSignal) {
    this.segment = segment
    this.#source = source
    this.#signal = signal
  }

  /**
   * Returns the terms that match a query: at most one, or every term with the prefix. Fetches all blocks at once, one
   * request per block.
   */
  async findTerms(query: TermQuery): Promise<TermEntry[]> {
    const { separators, numbers, rows } = this.segment
    const first = findBlock(separators, query.term)
    const reads: Promise<TermEntry[]>[] = []
    for (let at = first; at < separators.length; at++) {
      const from = separators[at] ?? ''
      if (at > first && !(query.isPrefix && from.startsWith(query.term))) break
      const number = numbers[at] ?? 0
      reads.push(
        this.#open('terms', number).then(({ payload, what }) =>
          findEntries(payload, query, { rows, from, to: separators[at + 1], what }),
        ),
      )
    }
    return (await Promise.all(reads)).flat()
  }

  /** Reads a chunk of a long list: the number of its posts, and their bits. */
  async readChunk(
    kind: 'documents' | 'positions',
    chunk: Chunk,
  ): Promise<{ length: number; bits: Uint8Array }> {
    if (chunk.number >= this.segment.blocks) {
      throw new SearchFormatError(`${this.#toPath(chunk.number)}: the segment has no such block`)
    }
    const { payload, what } = await this.#open(kind, chunk.number)
    if (toCrc32(payload) !== chunk.crc) {
      throw new SearchFormatError(`${what}: not the block that its term names`)
    }
    const reader = new ByteReader(payload, what)
    const length = reader.readVarint()
    return { length, bits: payload.subarray(reader.position) }
  }

  async #open(
    kind: 'terms' | 'documents' | 'positions',
    number: number,
  ): Promise<{ payload: Uint8Array; what: string }> {
    const what = this.#toPath(number)
    this.#signal.throwIfAborted()
    const { id, blocks } = this.segment
    const place = { number, blocks }
    const { fetchBlock, sha256 } = this.#source
    const isProven = (bytes: Uint8Array) => toProvenSegment(bytes, place, sha256) === id
    const bytes = await fetchBlock(what, { isProven, signal: this.#signal })
    this.#signal.throwIfAborted()
    return { payload: openFrame(dropProof(bytes, place), { kind, number }, what), what }
  }

  #toPath(number: number): string {
    return searchBlockPath(this.segment.id, number)
  }
}

/** Index of the last block whose separator is not above the term. */
function findBlock(separators: readonly string[], term: string): number {
  let low = 0
  let high = separators.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((separators[middle] ?? '') <= term) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}
