import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { toCrc32 } from './crc32.ts'
import { SearchFormatError } from './search-format-error.ts'

/** Format version of every file of the search index; see docs/formats/search-index.md. */
export const searchFormatVersion = 5

/** The kinds of files in the index, as coded in their headers. */
export const frameKinds = { root: 1, terms: 2, documents: 3, positions: 4, run: 5 } as const
export type FrameKind = keyof typeof frameKinds

/** Number of bytes before the payload. */
export const frameHeaderBytes = 20

// "BSIX": Broadsheet index.
const magic = Uint8Array.of(0x42, 0x53, 0x49, 0x58)

/** The identity a frame is expected to have. */
export interface FrameIdentity {
  kind: FrameKind
  /** Block number within a segment; 0 for a root or a run. */
  number: number
}

/**
 * Prepends the header to a payload: magic, version, kind, two zero bytes, number, payload length, CRC-32 of everything
 * but itself.
 */
export function sealFrame(identity: FrameIdentity, payload: Uint8Array): Uint8Array {
  const writer = new ByteWriter()
  writer.writeBytes(magic)
  writer.writeByte(searchFormatVersion)
  writer.writeByte(frameKinds[identity.kind])
  writer.writeByte(0)
  writer.writeByte(0)
  writer.writeUint32(identity.number)
  writer.writeUint32(payload.length)
  const head = writer.toBytes()
  writer.writeUint32(toCrc32(payload, toCrc32(head)))
  writer.writeBytes(payload)
  return writer.toBytes()
}

/**
 * Verifies a frame and returns its payload without copying. `what` names the file in errors.
 * @throws SearchFormatError when anything differs from what `sealFrame` writes for this identity.
 */
export function openFrame(bytes: Uint8Array, identity: FrameIdentity, what: string): Uint8Array {
  const found = readFrame(bytes, what)
  if (found.kind !== frameKinds[identity.kind]) {
    throw new SearchFormatError(`${what}: holds another part of the index (kind ${found.kind})`)
  }
  if (found.number !== identity.number) {
    throw new SearchFormatError(
      `${what}: holds block ${found.number} instead of ${identity.number}`,
    )
  }
  return found.payload
}

/**
 * Verifies a frame of any kind and number.
 * @throws SearchFormatError like `openFrame`.
 */
export function readFrame(
  bytes: Uint8Array,
  what: string,
): { kind: number; number: number; payload: Uint8Array } {
  const reader = new ByteReader(bytes, what)
  for (const expected of magic) {
    if (reader.readByte() !== expected) throw reader.toError('not a file of a search index')
  }
  const version = reader.readByte()
  if (version !== searchFormatVersion) {
    throw new SearchFormatError(
      `${what}: search format version ${version}, this program knows ${searchFormatVersion}`,
    )
  }
  const kind = reader.readByte()
  const reserved = reader.readByte() | reader.readByte()
  const number = reader.readUint32()
  const length = reader.readUint32()
  const crc = reader.readUint32()
  if (reserved !== 0 || length !== bytes.length - frameHeaderBytes) {
    throw new SearchFormatError(
      `${what}: says ${length} bytes, has ${bytes.length - frameHeaderBytes}`,
    )
  }
  const payload = bytes.subarray(frameHeaderBytes)
  if (toCrc32(payload, toCrc32(bytes.subarray(0, frameHeaderBytes - 4))) !== crc) {
    throw new SearchFormatError(`${what}: damaged (checksum differs)`)
  }
  return { kind, number, payload }
}
