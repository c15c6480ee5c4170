import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeFolder } from '#testing/make-archive.ts'
import { BlobColumn, mostHeldBytes } from './blob-column.ts'
import { OpenFile } from './open-file.ts'
import { PagedFile } from './paged-file.ts'
import { ScratchFiles } from './scratch-files.ts'

/** Rows of all lengths; some of them cross page and piece boundaries. */
const lengths = fc.array(
  fc.oneof(
    fc.nat(40),
    fc.integer({ min: 16_300, max: 16_400 }),
    fc.constantFrom(0, 300_000, 1_000_000),
  ),
  { maxLength: 40 },
)

function makeRows(list: readonly number[]): Buffer[] {
  return list.map((length, at) => Buffer.alloc(length, `row ${at} `))
}

function joinRows(column: BlobColumn, first: number, rows: number): Buffer {
  const pieces: Buffer[] = []
  for (const piece of column.piecesOf(first, rows)) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

test('returns every row of a column that is mostly on disk, at any time and in any order', async () => {
  const scratch = new ScratchFiles(await makeFolder())
  const property = fc.property(lengths, fc.nat(), fc.nat(), (list, from, count) => {
    const rows = makeRows(list)
    const column = BlobColumn.withRoom(3, scratch)
    for (const [at, row] of rows.entries()) {
      column.add(row)
      // A page cached before an append must not hide the bytes appended to it.
      expect(column.at(at >> 1).equals(rows[at >> 1] ?? Buffer.of(1))).toBe(true)
    }
    expect(column.rows).toBe(rows.length)
    for (const [row, value] of rows.entries()) {
      // Compared with `equals`: the test runner would diff a megabyte element by element.
      expect(column.at(row).equals(value)).toBe(true)
      expect(column.equals(row, Buffer.concat([value, Buffer.of(7)]), value.length)).toBe(true)
    }
    const first = Math.min(from, rows.length)
    const last = Math.min(first + count, rows.length)
    const joined = Buffer.concat(rows.slice(first, last))
    expect(joinRows(column, first, last - first).equals(joined)).toBe(true)
  })
  fc.assert(property, { numRuns: 25 })
  scratch.close()
})

test('returns texts, hashes and numbers as they were added', () => {
  const column = BlobColumn.withRoom(0)
  column.addText('潮汐 🌊')
  column.addText('00ff10', 'hex')
  column.addNumbers([0, 2 ** 32 - 1])
  column.addText('')
  expect(column.textAt(0)).toBe('潮汐 🌊')
  expect(column.at(1).toString('hex')).toBe('00ff10')
  expect(column.numbersAt(2)).toEqual([0, 2 ** 32 - 1])
  expect(column.textAt(3)).toBe('')
})

test('scratch files have no name in their folder and cannot be read once closed', async () => {
  const folder = await makeFolder()
  const scratch = new ScratchFiles(folder)
  const column = BlobColumn.withRoom(2, scratch)
  column.add(Buffer.alloc(mostHeldBytes, 1))
  column.add(Buffer.alloc(1, 2))
  expect(readdirSync(folder)).toEqual([])
  expect(column.at(0).at(-1)).toBe(1)
  scratch.close()
  expect(() => column.at(0)).toThrow('the file is closed')
})

test('a truncated file throws instead of reading as zeros', async () => {
  const file = new OpenFile(join(await makeFolder(), 'cut'), 'w+')
  const bytes = new PagedFile(file)
  bytes.append(Buffer.alloc(40_000, 1))
  const longer = new PagedFile(file, 0, 40_001)
  expect(() => longer.at(40_000, 40_001)).toThrow('truncated')
  expect(() => [...longer.pieces(0, 40_001)]).toThrow('truncated')
  expect(longer.at(0, 10)).toEqual(Buffer.alloc(10, 1))
  file.close()
})
