import type { PostProblem } from '#core/post/post.ts'
import { BlobColumn, mostHeldBytes } from '#builder/ground/columns/blob-column.ts'
import {
  openColumnFile,
  writeColumnFile,
  type ColumnFile,
  type Section,
} from '#builder/ground/columns/column-file.ts'
import { joinPieces } from '#builder/ground/columns/join-pieces.ts'
import { PagedFile } from '#builder/ground/columns/paged-file.ts'
import type { SourceRows } from './source-rows.ts'
import { blobNames, makeNumbers, numberNames, SourceTable, type BlobName } from './source-table.ts'
import { TextTable } from './text-table.ts'

interface IndexHead {
  /** Program that prepared the posts. */
  program: string
  /** Bytes of the record file that this index describes. */
  recordBytes: number
}

/** All source files that were known at the end of a build. */
export interface SourceIndex {
  recordBytes: number
  table: SourceTable
  /** Hash of the content; absent when the index is empty. */
  key?: string
  /** Closes the file; the table cannot be read afterwards. */
  close: () => void
}

/** Writes an index; returns its key. */
export function writeIndex(
  path: string,
  { program, recordBytes, sources }: IndexHead & { sources: SourceRows },
): Promise<string> {
  const head: IndexHead = { program, recordBytes }
  return writeColumnFile(path, head, listSections(sources))
}

/** Lazily, one after the other: of a column on the disk only a megabyte is in memory at a time. */
function* listSections(sources: SourceRows): Generator<Section> {
  for (const name of numberNames) yield [name, joinPieces(listNumbers(sources, name))]
  for (const name of blobNames) {
    yield [name, joinPieces(listBlobs(sources, name))]
    yield [`${name}.ends`, [toBytes(listEnds(sources, name))]]
  }
  yield ['texts', [Buffer.from(JSON.stringify(sources.texts.list()))]]
  const problems: [number, PostProblem[]][] = []
  for (const { table, first, rows, at } of sources.runs()) {
    for (let row = first; row < first + rows; row++) {
      const found = table.problems.get(row)
      if (found !== undefined) problems.push([at + row - first, found])
    }
  }
  yield ['problems', [Buffer.from(JSON.stringify(problems))]]
}

function toBytes({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}

function* listNumbers(
  sources: SourceRows,
  name: (typeof numberNames)[number],
): Generator<Uint8Array> {
  for (const { table, first, rows } of sources.runs()) {
    yield toBytes(table.numbers[name].subarray(first, first + rows))
  }
}

function* listBlobs(sources: SourceRows, name: BlobName): Generator<Uint8Array> {
  for (const { table, first, rows } of sources.runs()) {
    yield* table.blobs[name].piecesOf(first, rows)
  }
}

function listEnds(sources: SourceRows, name: BlobName): Uint32Array {
  const ends = new Uint32Array(sources.length)
  let bytesInAll = 0
  for (const { table, first, rows, at } of sources.runs()) {
    const column = table.blobs[name]
    const shift = bytesInAll - column.start(first)
    for (let turn = 0; turn < rows; turn++) ends[at + turn] = column.start(first + turn + 1) + shift
    bytesInAll = column.start(first + rows) + shift
  }
  return ends
}

/**
 * Opens the index that the last build with the same program wrote; it is empty when the file is missing or damaged.
 * @param mostHeld columns of more bytes stay in the file.
 */
export function openIndex(
  path: string,
  program: string,
  mostHeld: number = mostHeldBytes,
): SourceIndex {
  const file = openColumnFile(path, (name, bytes) => blobSections.has(name) && bytes > mostHeld)
  // Needs no parser: the checksums are right, and the next line checks which program wrote it.
  const head = file?.about as IndexHead | undefined
  if (file === undefined || head?.program !== program) {
    file?.close()
    return makeNoIndex()
  }
  const { contentKey: key, close } = file
  const index = { recordBytes: head.recordBytes, table: toTable(file.sections), key, close }
  // The record file only grows: when more than half of it is garbage, start over.
  if (isMostlyUsed(index)) return index
  close()
  return makeNoIndex()
}

/** An empty index. */
export function makeNoIndex(): SourceIndex {
  return { recordBytes: 0, table: new SourceTable(new TextTable()), close: () => {} }
}

const blobSections = new Set<string>(blobNames)

function toTable(sections: ColumnFile['sections']): SourceTable {
  // Only blob columns ever stay in the file; every other section is in memory.
  const bytesOf = (name: string): Buffer => {
    const section = sections.get(name)
    return section === undefined || section instanceof PagedFile ? Buffer.alloc(0) : section
  }
  const toJson = (name: string): unknown => JSON.parse(bytesOf(name).toString())
  const blobs = blobNames.map((name) => {
    const ends = new Uint32Array(bytesOf(`${name}.ends`).buffer)
    return [name, BlobColumn.of(sections.get(name) ?? Buffer.alloc(0), ends)]
  })
  const numbers = numberNames.map((name) => [name, makeNumbers(bytesOf(name).buffer, name)])
  return new SourceTable(new TextTable(toJson('texts') as string[]), {
    numbers: Object.fromEntries(numbers) as SourceTable['numbers'],
    blobs: Object.fromEntries(blobs) as SourceTable['blobs'],
    problems: new Map(toJson('problems') as [number, PostProblem[]][]),
  })
}

function isMostlyUsed({ table, recordBytes }: Pick<SourceIndex, 'table' | 'recordBytes'>): boolean {
  let used = 0
  for (const name of ['rowBytes', 'bodyBytes', 'openingBytes'] as const) {
    for (const bytes of table.numbers[name]) used += bytes
  }
  return used * 2 >= recordBytes
}
