import type { ByteWriter } from '../bytes/byte-writer.ts'
import { sealFrame, type FrameKind } from '../bytes/frame.ts'
import { startMark } from '../terms/list-terms.ts'
import { toBlockSizes, type BlockSizes } from './block-sizes.ts'
import { CharacterTotals, toFirstCharacter, totalMark } from './character-totals.ts'
import { EntryWriter } from './entry-writer.ts'
import { mergeTerms } from './merge-runs.ts'
import type { PostingList } from './posting-list.ts'
import type { RunReader } from './run-reader.ts'
import { TermBlockDraft, type ClosedBlock } from './term-block-draft.ts'

/** What the root stores about a segment besides its id. */
export interface SegmentDirectory {
  rows: number
  /** Total number of blocks, including chunks: `0.bin` to `<blocks - 1>.bin`. */
  blocks: number
  /** One per block of terms, in order: a text not above its first term and above the last term of the block before. */
  separators: string[]
  /** The block number of each block of terms. */
  numbers: number[]
}

/**
 * Merges consecutive runs into a segment. Yields its blocks in the order of their numbers from 0. The caller makes the
 * leaf of each, names the segment by them (`sealSegment`), and writes each block, with its path behind it, to the folder
 * of that name.
 */
export function* writeSegment(
  runs: readonly RunReader[],
  sizes?: BlockSizes,
): Generator<Uint8Array, SegmentDirectory> {
  const rows = runs.reduce((sum, run) => sum + run.rows, 0)
  const writer = new SegmentWriter(rows, sizes ?? toBlockSizes(rows))
  for (const { term, list } of mergeTerms(runs)) {
    writer.addTerm(term, list)
    if (writer.hasBlocks) yield* writer.takeBlocks()
  }
  const directory = writer.finish()
  yield* writer.takeBlocks()
  return directory
}

class SegmentWriter {
  readonly #rows: number
  readonly #blockBytes: number
  readonly #entries: EntryWriter
  readonly #totals: CharacterTotals
  readonly #draft: TermBlockDraft
  readonly #separators: string[] = []
  readonly #numbers: number[] = []
  #blocks: Uint8Array[] = []
  #blockCount = 0
  // Bytes of the entries of the terms that begin with the current character.
  #characterBytes = 0

  constructor(rows: number, sizes: BlockSizes) {
    this.#rows = rows
    this.#blockBytes = sizes.blockBytes
    this.#draft = new TermBlockDraft(sizes.blockBytes)
    this.#totals = new CharacterTotals(rows)
    this.#entries = new EntryWriter(rows, sizes, (kind, payload) => this.#addBlock(kind, payload))
  }

  addTerm(term: string, list: PostingList): void {
    const character = toFirstCharacter(term)
    if (character !== this.#totals.character) {
      this.#addTotal()
      this.#totals.start(character)
    }
    // A character that follows a word also has a term without the mark.
    if (!term.endsWith(startMark)) this.#totals.add(list)
    const entry = this.#entries.toEntry(list)
    this.#characterBytes += entry.length
    this.#addEntry(term, entry)
  }

  get hasBlocks(): boolean {
    return this.#blocks.length > 0
  }

  /** Returns the completed blocks, in order, and forgets them. */
  takeBlocks(): Uint8Array[] {
    const blocks = this.#blocks
    this.#blocks = []
    return blocks
  }

  finish(): SegmentDirectory {
    this.#addTotal()
    const last = this.#draft.finish()
    if (last !== undefined) this.#addTermBlock(last)
    return {
      rows: this.#rows,
      blocks: this.#blockCount,
      separators: this.#separators,
      numbers: this.#numbers,
    }
  }

  /** Ends the terms of a character with its total, if they fill more than a block. */
  #addTotal(): void {
    const { character } = this.#totals
    const isWorthwhile = this.#characterBytes > this.#blockBytes
    this.#characterBytes = 0
    if (character !== '' && isWorthwhile) {
      const total = this.#totals.toTotal()
      this.#addEntry(`${character}${totalMark}`, this.#entries.toTotalEntry(total))
    }
  }

  #addEntry(term: string, entry: ByteWriter): void {
    while (this.#draft.isFullFor(entry)) this.#addTermBlock(this.#draft.close(term))
    this.#draft.add(term, entry)
  }

  #addTermBlock({ separator, payload }: ClosedBlock): void {
    this.#separators.push(separator)
    this.#numbers.push(this.#addBlock('terms', payload))
  }

  #addBlock(kind: FrameKind, payload: Uint8Array): number {
    const number = this.#blockCount++
    this.#blocks.push(sealFrame({ kind, number }, payload))
    return number
  }
}
