import { ByteReader } from '../bytes/byte-reader.ts'
import { readTerm } from '../bytes/term-coding.ts'
import { startMark } from '../terms/list-terms.ts'
import { totalMark } from './character-totals.ts'

/** A part of a long list, stored in a block of its own. */
export interface Chunk {
  /** Block number. */
  number: number
  /** Ordinal of its first post. It covers all posts before the first one of the next chunk. */
  firstOrdinal: number
  /** CRC-32 of the block's payload. */
  crc: number
}

/** How the postings of a term are stored: the lowest two bits of its entry. */
export const entryForms = {
  /** Documents and positions in one stream. */
  inline: 0,
  /** Documents in an inline stream, positions in chunks. */
  documentsInline: 1,
  /** Both in chunks. */
  chunks: 2,
  /** Documents only, in a stream or in chunks; see `totalMark`. */
  total: 3,
} as const

/** A term and its entry, as read from its block. */
export interface TermEntry {
  term: string
  /** Number of posts that contain it. */
  length: number
  /** Documents: a stream, or chunks. */
  documents: Uint8Array | Chunk[]
  /** Positions: chunks, none for a total; absent when they follow in the documents' stream. */
  positions: Chunk[] | undefined
}

/** What is known about a block before it is read. */
export interface TermBlockBounds {
  /** Posts of the segment. */
  rows: number
  /** Not above the first term. */
  from: string
  /** Above the last term; absent for the last block. */
  to: string | undefined
  /** Names the file in errors. */
  what: string
}

/**
 * Returns the terms of a block that equal `term`, or begin with it if `isPrefix`. Always reads the whole block, so that
 * the terms reveal a block swapped for another.
 * @throws SearchFormatError when the block violates the format.
 */
export function findEntries(
  payload: Uint8Array,
  { term, isPrefix }: { term: string; isPrefix: boolean },
  bounds: TermBlockBounds,
): TermEntry[] {
  const reader = new ByteReader(payload, bounds.what)
  const entries: TermEntry[] = []
  let before = ''
  while (!reader.isAtEnd) {
    const found = readTerm(reader, before)
    if (found <= before || found < bounds.from) throw reader.toError('terms are out of order')
    before = found
    const entry = readEntry(reader, found, bounds.rows)
    const isWanted = isPrefix
      ? found.startsWith(term) && !found.endsWith(totalMark) && !found.endsWith(startMark)
      : found === term
    if (isWanted) entries.push(entry)
  }
  if (bounds.to !== undefined && before >= bounds.to) throw reader.toError('terms of another block')
  return entries
}

function readEntry(reader: ByteReader, term: string, rows: number): TermEntry {
  const head = reader.readVarint()
  const form = head & 3
  const length = head >>> 2
  if (length === 0 || length > rows) throw reader.toError(`"${term}" is in ${length} posts`)
  if (form === entryForms.total) {
    const chunks = readChunks(reader, rows)
    const documents = chunks.length === 0 ? reader.readBytes(reader.readVarint()) : chunks
    return { term, length, documents, positions: [] }
  }
  const documents =
    form === entryForms.chunks ? readChunks(reader, rows) : reader.readBytes(reader.readVarint())
  const positions = form === entryForms.inline ? undefined : readChunks(reader, rows)
  if (documents.length === 0 || positions?.length === 0)
    throw reader.toError('a list without chunks')
  return { term, length, documents, positions }
}

function readChunks(reader: ByteReader, rows: number): Chunk[] {
  const count = reader.readVarint()
  const chunks: Chunk[] = []
  let number = 0
  let firstOrdinal = 0
  for (let read = 0; read < count; read++) {
    number += reader.readVarint()
    const distance = reader.readVarint()
    firstOrdinal += distance
    const isInOrder = firstOrdinal < rows && (read === 0 || distance > 0)
    if (!isInOrder) throw reader.toError('chunks are out of order')
    chunks.push({ number, firstOrdinal, crc: reader.readUint32() })
  }
  return chunks
}
