import type { PostProblem } from '#core/post.ts'
import { BlobColumn } from './blob-column.ts'
import { readColumnFile, writeColumnFile, type Section } from './column-file.ts'
import { PieceList } from './piece-list.ts'
import type { SourceRows } from './source-rows.ts'
import { blobNames, makeNumbers, numberNames, SourceTable } from './source-table.ts'
import { TextTable } from './text-table.ts'

interface IndexHead {
  /** Program that prepared the posts. */
  program: string
  /** Bytes of the file of records that are ours. */
  recordBytes: number
}

/** All source files that were known after a build. */
export interface SourceIndex {
  recordBytes: number
  table: SourceTable
  /** Stands for all that is in it; absent when nothing is. */
  key?: string
}

/** Writes an index; gives its key. */
export function writeIndex(
  path: string,
  { program, recordBytes, sources }: IndexHead & { sources: SourceRows },
): Promise<string> {
  const head: IndexHead = { program, recordBytes }
  return writeColumnFile(path, head, listSections(sources))
}

/** One after the other, and nearly all of it as it lies in memory already. */
function* listSections(sources: SourceRows): Generator<Section> {
  for (const name of numberNames) {
    const pieces = new PieceList()
    sources.forEachRun(({ table, first, rows }) => {
      pieces.add(toBytes(table.numbers[name].subarray(first, first + rows)))
    })
    yield [name, pieces.list()]
  }
  for (const name of blobNames) yield* listBlobSections(sources, name)
  yield ['texts', [Buffer.from(JSON.stringify(sources.texts.list()))]]
  const problems: [number, PostProblem[]][] = []
  sources.forEachRun(({ table, first, rows, at }) => {
    for (let row = first; row < first + rows; row++) {
      const found = table.problems.get(row)
      if (found !== undefined) problems.push([at + row - first, found])
    }
  })
  yield ['problems', [Buffer.from(JSON.stringify(problems))]]
}

function toBytes({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function* listBlobSections(
  sources: SourceRows,
  name: (typeof blobNames)[number],
): Generator<Section> {
  const ends = new Uint32Array(sources.length)
  const pieces = new PieceList()
  let bytesInAll = 0
  sources.forEachRun(({ table, first, rows, at }) => {
    const column = table.blobs[name]
    const shift = bytesInAll - column.start(first)
    for (let turn = 0; turn < rows; turn++) ends[at + turn] = column.start(first + turn + 1) + shift
    bytesInAll = column.start(first + rows) + shift
    pieces.add(column.bytesOf(first, rows))
  })
  yield [name, pieces.list()]
  yield [`${name}.ends`, [toBytes(ends)]]
}

/** Sources as the last build of the same program left them; none when the index is damaged. */
export function readIndex(path: string, program: string): SourceIndex {
  const nothing = { recordBytes: 0, table: new SourceTable(new TextTable()) }
  const file = readColumnFile(path)
  if (file === undefined) return nothing
  // Written by this very program, as its hash and the checksums say: JSON that needs no parser.
  const head = file.about as IndexHead
  if (head.program !== program) return nothing
  const index = { recordBytes: head.recordBytes, table: toTable(file.sections) }
  // When more than half is of no use any more, begin again rather than keep it for ever.
  return isMostlyUsed(index) ? { ...index, key: file.contentKey } : nothing
}

function toTable(sections: ReadonlyMap<string, Buffer>): SourceTable {
  const sectionOf = (name: string) => sections.get(name) ?? Buffer.alloc(0)
  const toJson = (name: string): unknown => JSON.parse(sectionOf(name).toString())
  const blobs = blobNames.map((name) => {
    const { buffer } = sectionOf(`${name}.ends`)
    return [name, new BlobColumn(sectionOf(name), new Uint32Array(buffer))]
  })
  const numbers = numberNames.map((name) => [name, makeNumbers(sectionOf(name).buffer, name)])
  return new SourceTable(new TextTable(toJson('texts') as string[]), {
    numbers: Object.fromEntries(numbers) as SourceTable['numbers'],
    blobs: Object.fromEntries(blobs) as SourceTable['blobs'],
    problems: new Map(toJson('problems') as [number, PostProblem[]][]),
  })
}

function isMostlyUsed({ table, recordBytes }: SourceIndex): boolean {
  const { rowBytes, bodyBytes } = table.numbers
  let used = 0
  for (let row = 0; row < table.rows; row++) used += (rowBytes[row] ?? 0) + (bodyBytes[row] ?? 0)
  return used * 2 >= recordBytes
}
