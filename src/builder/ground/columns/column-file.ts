import { createHash } from 'node:crypto'
import { fstatSync, readSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { isCode } from '../disk/disk.ts'
import { writeAll } from '../disk/write-all.ts'
import { OpenFile } from './open-file.ts'
import { PagedFile } from './paged-file.ts'

/** Named bytes of a file, as consecutive pieces. A piece need only stay valid until the next one is requested. */
export type Section = [name: string, pieces: Iterable<Uint8Array>]

interface FileHead {
  /** Metadata of the caller, any JSON. */
  about: unknown
  sections: [name: string, bytes: number, checksum: number][]
}

/**
 * Writes sections one after another, then their checksums as JSON, then the size and checksum of that JSON in the
 * last bytes. The file is replaced atomically. Returns the content key.
 */
export async function writeColumnFile(
  path: string,
  about: unknown,
  sections: Iterable<Section>,
): Promise<string> {
  const temporary = `${path}.new`
  const file = await open(temporary, 'w')
  const head: FileHead = { about, sections: [] }
  let at = 0
  try {
    for (const [name, pieces] of sections) {
      const start = at
      let checksum = 0
      for (const piece of pieces) {
        checksum = crc32(piece, checksum)
        at = await writeAll(file, piece, at)
      }
      head.sections.push([name, at - start, checksum])
    }
    const json = Buffer.from(JSON.stringify(head))
    at = await writeAll(file, json, at)
    await writeAll(file, toTail(json), at)
  } finally {
    await file.close()
  }
  await rename(temporary, path)
  return toContentKey(head)
}

/** A file of sections whose checksums agree. */
export interface ColumnFile {
  about: unknown
  /** Hash of the content. */
  contentKey: string
  sections: Map<string, Buffer | PagedFile>
  /** Closes the file: sections left in it can no longer be read. */
  close: () => void
}

/**
 * Opens a file of `writeColumnFile`; `undefined` when it is missing or damaged anywhere.
 * @param isLeft whether to leave a section in the file, to be read on demand.
 */
export function openColumnFile(
  path: string,
  isLeft: (name: string, bytes: number) => boolean,
): ColumnFile | undefined {
  const file = openIfThere(path)
  if (file === undefined) return undefined
  let read: ColumnFile | undefined
  try {
    read = readSections(file, isLeft)
    return read
  } finally {
    if (read === undefined) file.close()
  }
}

const tailBytes = 16

function toTail(json: Buffer): Buffer {
  const tail = Buffer.alloc(tailBytes)
  tail.writeUInt32LE(json.length, 0)
  tail.writeUInt32LE(crc32(json), 4)
  tail.write('colfile1', 8, 'latin1')
  return tail
}

function openIfThere(path: string): OpenFile | undefined {
  try {
    return new OpenFile(path, 'r')
  } catch (error) {
    if (isCode(error, ['ENOENT'])) return undefined
    throw error
  }
}

function readSections(
  file: OpenFile,
  isLeft: (name: string, bytes: number) => boolean,
): ColumnFile | undefined {
  const { size } = fstatSync(file.descriptor)
  const head = readHead(file, size)
  if (head === undefined) return undefined
  const sections: ColumnFile['sections'] = new Map()
  let at = 0
  for (const [name, bytes, checksum] of head.sections) {
    if (at + bytes > size) return undefined
    const section = isLeft(name, bytes) ? new PagedFile(file, at, bytes) : readPart(file, at, bytes)
    if (toChecksum(section) !== checksum) return undefined
    sections.set(name, section)
    at += bytes
  }
  const close = () => file.close()
  return { about: head.about, contentKey: toContentKey(head), sections, close }
}

function toChecksum(section: Buffer | PagedFile): number {
  const pieces = section instanceof PagedFile ? section.pieces(0, section.length) : [section]
  let checksum = 0
  for (const piece of pieces) checksum = crc32(piece, checksum)
  return checksum
}

function readHead(file: OpenFile, size: number): FileHead | undefined {
  const tail = readPart(file, size - tailBytes, tailBytes)
  const bytes = tail.readUInt32LE(0)
  const start = size - tailBytes - bytes
  if (start < 0) return undefined
  const json = readPart(file, start, bytes)
  if (!tail.equals(toTail(json))) return undefined
  // The checksum proves that this program wrote it, so the JSON needs no validation.
  return JSON.parse(json.toString()) as FileHead
}

/** Reads a range; what lies beyond the file stays zero, and then no checksum agrees. */
function readPart(file: OpenFile, at: number, bytes: number): Buffer {
  // Not from Node's shared pool: typed arrays over this memory need an offset that is a multiple of eight.
  const part = Buffer.from(new ArrayBuffer(bytes))
  if (at < 0) return part
  for (let done = 0; done < bytes;) {
    const read = readSync(file.descriptor, part, done, bytes - done, at + done)
    if (read === 0) break
    done += read
  }
  return part
}

function toContentKey({ about, sections }: FileHead): string {
  return createHash('sha256')
    .update(JSON.stringify([about, sections]))
    .digest('base64url')
}
