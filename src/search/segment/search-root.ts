import { fileHashBytes, toFileHash, toHashBits, type FileHash } from '#contract/file-names.ts'
import { BitReader } from '../bytes/bit-reader.ts'
import { BitWriter } from '../bytes/bit-writer.ts'
import { ByteReader } from '../bytes/byte-reader.ts'
import { ByteWriter } from '../bytes/byte-writer.ts'
import { openFrame, sealFrame } from '../bytes/frame.ts'
import { readSeparator, writeSeparator } from '../bytes/separator-coding.ts'
import type { SegmentDirectory } from './segment-writer.ts'

/** A segment as listed in the root. */
export interface RootSegment extends SegmentDirectory {
  /** Ordinal of its first post. Segments are contiguous and start at 0. */
  first: number
  /** Names the folder of its blocks; see `searchBlockPath`. */
  id: FileHash
}

/** The first file of the index a search reads: which segments exist, and which block of each would contain a term. */
export interface SearchRoot {
  /** Posts indexed, `manifest.timeline.rows`. */
  rows: number
  /** In ascending order; the last one has the newest posts. */
  segments: RootSegment[]
}

// Some queries build a list of all posts. This bounds the memory a forged root could make them allocate.
const mostRows = 2 ** 26

const identity = { kind: 'root', number: 0 } as const

/** Encodes the root file. The segments must be in the order of their posts. */
export function toRootBytes(
  segments: readonly (SegmentDirectory & { id: FileHash })[],
): Uint8Array {
  const writer = new ByteWriter()
  const bits = new BitWriter()
  writer.writeVarint(segments.length)
  for (const segment of segments) {
    writer.writeVarint(segment.rows)
    writer.writeBytes(toHashBits(segment.id))
    writer.writeVarint(segment.blocks)
    writer.writeVarint(segment.separators.length)
    let before = ''
    let block = -1
    for (const [at, separator] of segment.separators.entries()) {
      if (at > 0) writeSeparator(bits, separator, before)
      before = separator
      const number = segment.numbers[at] ?? 0
      bits.writeCode(number - block - 1, 0)
      block = number
    }
    writer.writeVarint(bits.closeByte())
    bits.moveTo(writer)
  }
  return sealFrame(identity, writer.toBytes())
}

/** Reads what `toRootBytes` wrote. @throws SearchFormatError when it is damaged or of another version. */
export function parseRoot(bytes: Uint8Array): SearchRoot {
  const what = 'search root'
  const reader = new ByteReader(openFrame(bytes, identity, what), what)
  const count = reader.readVarint()
  const segments: RootSegment[] = []
  let rows = 0
  for (let read = 0; read < count; read++) {
    const segment = readSegment(reader, rows)
    rows += segment.rows
    if (rows > mostRows) throw reader.toError('more posts than an archive can have')
    segments.push(segment)
  }
  if (!reader.isAtEnd) throw reader.toError('data after the end')
  return { rows, segments }
}

function readSegment(reader: ByteReader, first: number): RootSegment {
  const rows = reader.readVarint()
  const id = readId(reader)
  const blocks = reader.readVarint()
  const count = reader.readVarint()
  const bits = new BitReader(reader.readBytes(reader.readVarint()))
  const separators: string[] = []
  const numbers: number[] = []
  let before = ''
  let block = -1
  for (let read = 0; read < count; read++) {
    if (read > 0) before = readSeparator(bits, before)
    block += bits.readCode(0) + 1
    if (block >= blocks) throw reader.toError('no such block')
    separators.push(before)
    numbers.push(block)
  }
  if (!bits.isAtEnd()) throw reader.toError('data after the separators')
  if (rows === 0) throw reader.toError('a segment without posts')
  return { first, rows, id, blocks, separators, numbers }
}

function readId(reader: ByteReader): FileHash {
  const bits = reader.readBytes(fileHashBytes)
  const id = toFileHash(bits)
  // One name has one form.
  if (toHashBits(id)[fileHashBytes - 1] !== bits[fileHashBytes - 1]) throw reader.toError('no name')
  return id
}
