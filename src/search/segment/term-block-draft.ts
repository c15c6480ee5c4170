import { ByteWriter } from '../bytes/byte-writer.ts'
import { countSeparatorBits, toSeparator } from '../bytes/separator-coding.ts'
import { writeTerm } from '../bytes/term-coding.ts'

/** A block that is full may end anywhere in the last two fifths of it. */
const leastPart = 0.6

/** A finished block of terms. */
export interface ClosedBlock {
  /** Not above its first term, above the last one of the block before. */
  separator: string
  payload: Uint8Array
}

/** A term in the block that is being filled. */
interface DraftTerm {
  term: string
  /** Where it begins in the bytes, and where its entry does. */
  start: number
  entryStart: number
}

/**
 * Fills blocks with terms and their entries. Where a block ends is chosen so that the root, which names the beginnings of all blocks and is
 * read first by every search, takes few bits for them.
 */
export class TermBlockDraft {
  readonly #blockBytes: number
  readonly #bytes = new ByteWriter()
  #terms: DraftTerm[] = []
  #separator = ''

  constructor(blockBytes: number) {
    this.#blockBytes = blockBytes
  }

  /** Whether there is no room for an entry, so that a block has to be closed before; never so when nothing is there. */
  isFullFor(entry: ByteWriter): boolean {
    return this.#terms.length > 0 && this.#bytes.length + entry.length > this.#blockBytes
  }

  add(term: string, entry: ByteWriter): void {
    const start = this.#bytes.length
    writeTerm(this.#bytes, term, this.#terms.at(-1)?.term ?? '')
    this.#terms.push({ term, start, entryStart: this.#bytes.length })
    this.#bytes.writeAll(entry)
  }

  /** Closes a block before the term that is to follow, or with a part of its own last terms left for the next block. */
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

  /** The cut that is cheapest to name, the last one of equals. */
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

  /** Terms that were left, in a block of their own. */
  #startWith(rest: readonly DraftTerm[], bytes: Uint8Array): void {
    this.#bytes.clear()
    this.#terms = []
    const [first] = rest
    if (first === undefined) return
    writeTerm(this.#bytes, first.term, '')
    // All but the first are written after a term that is still before them.
    const moved = this.#bytes.length - first.entryStart
    this.#bytes.writeBytes(bytes.subarray(first.entryStart))
    this.#terms = rest.map(({ term, start, entryStart }, at) => ({
      term,
      start: at === 0 ? 0 : start + moved,
      entryStart: entryStart + moved,
    }))
  }
}
