import { ByteWriter } from '../bytes/byte-writer.ts'
import { countSeparatorBits, toSeparator } from '../bytes/separator-coding.ts'
import { writeTerm } from '../bytes/term-coding.ts'

/** A full block may be cut anywhere in its last two fifths. */
const leastPart = 0.6

/** A finished block of terms. */
export interface ClosedBlock {
  /** Not above its first term, and above the last term of the block before. */
  separator: string
  payload: Uint8Array
}

/** A term in the block that is being filled. */
interface DraftTerm {
  term: string
  /** Where the term starts in the bytes, and where its entry does. */
  start: number
  entryStart: number
}

/**
 * Fills blocks with terms and their entries. Chooses the end of each block so that its separator is cheap to encode in
 * the root, which every search reads first.
 */
export class TermBlockDraft {
  readonly #blockBytes: number
  readonly #bytes = new ByteWriter()
  #terms: DraftTerm[] = []
  #separator = ''

  constructor(blockBytes: number) {
    this.#blockBytes = blockBytes
  }

  /** Whether an entry no longer fits, so that the block must be closed first. Never true for an empty block. */
  isFullFor(entry: ByteWriter): boolean {
    return this.#terms.length > 0 && this.#bytes.length + entry.length > this.#blockBytes
  }

  add(term: string, entry: ByteWriter): void {
    const start = this.#bytes.length
    writeTerm(this.#bytes, term, this.#terms.at(-1)?.term ?? '')
    this.#terms.push({ term, start, entryStart: this.#bytes.length })
    this.#bytes.writeAll(entry)
  }

  /** Closes the block before the term `next`, or earlier; then its remaining terms go to the next block. */
  close(next: string): ClosedBlock {
    const { at, separator } = this.#chooseCut(next)
    const bytes = this.#bytes.toBytes()
    const rest = this.#terms.slice(at)
    const payload = bytes.subarray(0, rest[0]?.start)
    const closed = { separator: this.#separator, payload }
    this.#separator = separator
    this.#startWith(rest, bytes)
    return closed
  }

  /** Closes the last block, if there is one. */
  finish(): ClosedBlock | undefined {
    if (this.#terms.length === 0) return undefined
    return { separator: this.#separator, payload: this.#bytes.toBytes() }
  }

  /** Finds the cut with the cheapest separator, the last one among equals. */
  #chooseCut(next: string): { at: number; separator: string } {
    const terms = this.#terms
    let before = terms.at(-1)?.term ?? ''
    let at = terms.length
    let separator = toSeparator(before, next)
    let leastBits = countSeparatorBits(separator, this.#separator)
    for (let place = terms.length - 1; place > 0; place--) {
      const { term = '', start = 0 } = terms[place] ?? {}
      if (start < this.#blockBytes * leastPart) break
      before = terms[place - 1]?.term ?? ''
      const other = toSeparator(before, term)
      const bits = countSeparatorBits(other, this.#separator)
      if (bits >= leastBits) continue
      at = place
      separator = other
      leastBits = bits
    }
    return { at, separator }
  }

  /** Starts a new block with the terms left over from the last one. */
  #startWith(rest: readonly DraftTerm[], bytes: Uint8Array): void {
    this.#bytes.clear()
    this.#terms = []
    const [first] = rest
    if (first === undefined) return
    writeTerm(this.#bytes, first.term, '')
    // All but the first are encoded relative to the term before them, which is still there.
    const moved = this.#bytes.length - first.entryStart
    this.#bytes.writeBytes(bytes.subarray(first.entryStart))
    this.#terms = rest.map(({ term, start, entryStart }, at) => ({
      term,
      start: at === 0 ? 0 : start + moved,
      entryStart: entryStart + moved,
    }))
  }
}
