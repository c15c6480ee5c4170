import { crc32 } from 'node:zlib'
import { toTurnExif } from './exif.ts'
import type { PictureRest } from './picture-rest.ts'

const headBytes = 8

/** Chunks that make the picture and its colours, frames and sizes. */
const needed = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs sPLT acTL fcTL fdAT'.split(
    ' ',
  ),
)

/** Drops all chunks that only tell of the picture, and what follows the last one. */
export function stripPng(rest: PictureRest): void {
  const { bytes } = rest
  for (let at = headBytes; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return
    const name = bytes.toString('latin1', at + 4, at + 8)
    const content = bytes.subarray(at + 8, end - 4)
    if (name === 'IEND') return rest.drop(end, bytes.length)
    if (name === 'eXIf') dropExif(rest, { at, end, content })
    else if (!needed.has(name)) rest.dropText(at, end, content)
    at = end
  }
}

function dropExif(
  rest: PictureRest,
  { at, end, content }: { at: number; end: number; content: Buffer },
): void {
  const before = rest.orientation
  rest.dropExif(at, end, content)
  if (before === undefined && rest.orientation !== undefined) rest.put(toChunk(rest.orientation))
}

function toChunk(orientation: number): Buffer {
  const tiff = toTurnExif(orientation)
  const chunk = Buffer.alloc(12 + tiff.length)
  chunk.writeUInt32BE(tiff.length)
  chunk.write('eXIf', 4, 'latin1')
  tiff.copy(chunk, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + tiff.length)), 8 + tiff.length)
  return chunk
}
