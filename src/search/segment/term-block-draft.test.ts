import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteReader } from '../bytes/byte-reader.ts'
import { ByteWriter } from '../bytes/byte-writer.ts'
import { readTerm } from '../bytes/term-coding.ts'
import { TermBlockDraft, type ClosedBlock } from './term-block-draft.ts'

const blockBytes = 200

interface Sized {
  term: string
  /** Size of its entry, in bytes. */
  size: number
}

/** The entry of a term: its size, then that many bytes. */
function toEntry({ term, size }: Sized): ByteWriter {
  const entry = new ByteWriter()
  entry.writeVarint(size)
  for (let at = 0; at < size; at++) entry.writeByte(term.charCodeAt(0) & 255)
  return entry
}

function fillBlocks(terms: readonly Sized[]): ClosedBlock[] {
  const draft = new TermBlockDraft(blockBytes)
  const blocks: ClosedBlock[] = []
  for (const sized of terms) {
    const entry = toEntry(sized)
    while (draft.isFullFor(entry)) blocks.push(draft.close(sized.term))
    draft.add(sized.term, entry)
  }
  const last = draft.finish()
  return last === undefined ? blocks : [...blocks, last]
}

function readBlock({ payload }: ClosedBlock): Sized[] {
  const reader = new ByteReader(payload, 'block')
  const terms: Sized[] = []
  for (let before = ''; !reader.isAtEnd;) {
    const term = readTerm(reader, before)
    const size = reader.readVarint()
    expect(reader.readBytes(size).every((byte) => byte === (term.charCodeAt(0) & 255))).toBe(true)
    terms.push({ term, size })
    before = term
  }
  return terms
}

const terms = fc
  .uniqueArray(
    fc.record({
      term: fc.string({
        minLength: 1,
        maxLength: 4,
        unit: fc.constantFrom('a', 'b', '台', '湾', '合'),
      }),
      size: fc.oneof({ weight: 9, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: fc.nat(300) }),
    }),
    { selector: ({ term }) => term, maxLength: 120 },
  )
  .map((list) => list.toSorted((a, b) => (a.term < b.term ? -1 : 1)))

test('blocks contain all terms in order, each between its separator and the next one', () => {
  fc.assert(
    fc.property(terms, (list) => {
      const blocks = fillBlocks(list)
      expect(blocks.flatMap(readBlock)).toEqual(list)
      for (const [at, block] of blocks.entries()) {
        const held = readBlock(block).map(({ term }) => term)
        const next = blocks[at + 1]?.separator ?? '\uffff'
        expect(held.every((term) => block.separator <= term && term < next)).toBe(true)
        // `isFullFor` does not count the bytes of the term itself.
        expect(held.length === 1 || block.payload.length <= blockBytes + 20).toBe(true)
      }
    }),
  )
})

test('a full block ends where a new character begins, if that is in its last part', () => {
  const list = [
    ...Array.from({ length: 8 }, (_, at) => ({
      term: `台${String.fromCharCode(0x4e01 + at)}`,
      size: 16,
    })),
    ...Array.from({ length: 8 }, (_, at) => ({
      term: `合${String.fromCharCode(0x4e01 + at)}`,
      size: 16,
    })),
  ]
  expect(fillBlocks(list).map(({ separator, payload }) => [separator, payload.length])).toEqual([
    ['', 162],
    ['\u5400', 162],
  ])
})

test('no terms make no block', () => {
  expect(fillBlocks([])).toEqual([])
})
