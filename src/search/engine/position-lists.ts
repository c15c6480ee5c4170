import type { BitReader } from '../bytes/bit-reader.ts'
import { readPositions, type PostingRange } from '../segment/posting-codec.ts'
import type { DocumentList } from '../segment/posting-list.ts'

/**
 * Positions per candidate, ascending: those of candidate `n` are `values[starts[n]]` up to but not including
 * `values[starts[n + 1]]`.
 */
export interface PositionTable {
  starts: Uint32Array
  values: Uint32Array
}

/** Filters the positions of all posts of a term down to those of the candidates. */
export class PositionLists {
  readonly #documents: DocumentList
  readonly #candidates: Uint32Array
  readonly #starts: Uint32Array
  #values = new Uint32Array(256)
  #length = 0
  #next = 0

  constructor(documents: DocumentList, candidates: Uint32Array) {
    this.#documents = documents
    this.#candidates = candidates
    this.#starts = new Uint32Array(candidates.length + 1)
  }

  /** Reads the positions of a range of the documents. Ranges must come in ascending order. */
  read(bits: BitReader, range: PostingRange): void {
    readPositions(bits, this.#documents, {
      ...range,
      visit: (posting, values, count) => {
        this.#visit(this.#documents.ordinals[posting] ?? 0, values, count)
      },
    })
  }

  toTable(): PositionTable {
    this.#startNext(Number.POSITIVE_INFINITY)
    return { starts: this.#starts, values: this.#values.subarray(0, this.#length) }
  }

  #visit(ordinal: number, values: Uint32Array, count: number): void {
    this.#startNext(ordinal)
    if (this.#candidates[this.#next] !== ordinal) return
    if (this.#length + count > this.#values.length) {
      const grown = new Uint32Array(Math.max(this.#values.length * 2, this.#length + count))
      grown.set(this.#values)
      this.#values = grown
    }
    for (let at = 0; at < count; at++) this.#values[this.#length + at] = values[at] ?? 0
    this.#length += count
    this.#startNext(ordinal + 1)
  }

  /** Closes the lists of all candidates below an ordinal. */
  #startNext(ordinal: number): void {
    while (this.#next < this.#candidates.length && (this.#candidates[this.#next] ?? 0) < ordinal) {
      this.#next++
      this.#starts[this.#next] = this.#length
    }
  }
}
