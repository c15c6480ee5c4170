import { toTurnExif } from './exif.ts'
import type { PictureRest } from './picture-rest.ts'

const headBytes = 12
const chunkHeadBytes = 8

/** Chunks that make the picture and its colours. */
const needed = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])

/** Bits of `VP8X` that say which chunks follow. */
const says = { exif: 0x08, xmp: 0x04 }

/** Drops all chunks that only tell of the picture, and what follows the last one. */
export function stripWebp(rest: PictureRest): void {
  const { bytes } = rest
  const last = Math.min(bytes.length, bytes.readUInt32LE(4) + chunkHeadBytes)
  let at = headBytes
  while (at + chunkHeadBytes <= last) {
    const length = bytes.readUInt32LE(at + 4)
    const end = at + chunkHeadBytes + length + (length % 2)
    if (end > bytes.length) break
    dropChunk(rest, { at, end, name: bytes.toString('latin1', at, at + 4) })
    at = end
  }
  if (at >= last) rest.drop(at, bytes.length)
}

function dropChunk(
  rest: PictureRest,
  { at, end, name }: { at: number; end: number; name: string },
): void {
  if (needed.has(name)) return
  const content = rest.bytes.subarray(at + chunkHeadBytes, end)
  if (name !== 'EXIF') return rest.dropText(at, end, content)
  const before = rest.orientation
  rest.dropExif(at, end, content)
  if (before === undefined && rest.orientation !== undefined) rest.put(toChunk(rest.orientation))
}

function toChunk(orientation: number): Buffer {
  const tiff = toTurnExif(orientation)
  const head = Buffer.alloc(chunkHeadBytes)
  head.write('EXIF', 'latin1')
  head.writeUInt32LE(tiff.length, 4)
  return Buffer.concat([head, tiff])
}

/** Sets what the head of a file says of its length and its chunks, some of which were dropped. */
export function mendWebp(bytes: Buffer, isTurned: boolean): void {
  bytes.writeUInt32LE(bytes.length - chunkHeadBytes, 4)
  if (bytes.toString('latin1', headBytes, headBytes + 4) !== 'VP8X') return
  const at = headBytes + chunkHeadBytes
  const flags = (bytes[at] ?? 0) & ~(says.exif | says.xmp)
  bytes[at] = isTurned ? flags | says.exif : flags
}
