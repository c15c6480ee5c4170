// For tests: pictures whose files tell where, by whom and with what they were taken.
import { crc32 } from 'node:zlib'
import { makePicture } from './make-pictures.ts'

/** Formats that data can be put into. */
export type PrivateFormat = 'jpg' | 'png' | 'webpExtended'

/** Exif data: its first directory, and a second one with a latitude. */
export interface MadeExif {
  order?: 'II' | 'MM'
  /** Tags and values of the first directory; 0x8825 and 0x8769 become places of the second one. */
  tags: Record<number, number>
}

const directories = new Set([0x87_69, 0x88_25])

/** Exif data without its head. */
export function makeExif({ order = 'MM', tags }: MadeExif): Buffer {
  const entries = Object.entries(tags).map(([tag, value]) => [Number(tag), value] as const)
  const second = 8 + 2 + entries.length * 12 + 4
  const tiff = Buffer.alloc(second + 2 + 2 * 12 + 4)
  const isLittle = order === 'II'
  const u16 = (at: number, value: number) =>
    isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const u32 = (at: number, value: number) =>
    isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  const write = (at: number, [tag, value]: readonly [number, number]) => {
    const isPlace = directories.has(tag)
    u16(at, tag)
    u16(at + 2, isPlace ? 4 : 3)
    u32(at + 4, 1)
    if (isPlace) u32(at + 8, second)
    else u16(at + 8, value)
  }
  tiff.write(order, 'latin1')
  u16(2, 42)
  u32(4, 8)
  u16(8, entries.length)
  for (const [at, entry] of entries.entries()) write(10 + at * 12, entry)
  u16(second, 2)
  write(second + 2, [2, 48])
  write(second + 14, [0xa4_31, 7])
  return tiff
}

/** A segment of a JPEG. */
export function makeSegment(marker: number, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content)
  const head = Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255])
  return Buffer.concat([head, bytes])
}

/** A chunk of a PNG. */
export function makeChunk(name: string, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content)
  const chunk = Buffer.alloc(12 + bytes.length)
  chunk.writeUInt32BE(bytes.length)
  chunk.write(name, 4, 'latin1')
  bytes.copy(chunk, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), 8 + bytes.length)
  return chunk
}

/** A chunk of a WebP. */
export function makeRiffChunk(name: string, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content)
  const chunk = Buffer.alloc(8 + bytes.length + (bytes.length % 2))
  chunk.write(name, 'latin1')
  chunk.writeUInt32LE(bytes.length, 4)
  bytes.copy(chunk, 8)
  return chunk
}

/** A real picture with more in its file: of JPEG segments behind its beginning, else chunks before its end. */
export function makePictureWith(format: PrivateFormat, ...more: Buffer[]): Buffer {
  const plain = makePicture(format)
  if (format === 'jpg') return Buffer.concat([plain.subarray(0, 2), ...more, plain.subarray(2)])
  if (format === 'png') return Buffer.concat([plain.subarray(0, -12), ...more, plain.subarray(-12)])
  const whole = Buffer.concat([plain, ...more])
  whole.writeUInt32LE(whole.length - 8, 4)
  for (const [name, flag] of [
    ['EXIF', 8],
    ['XMP ', 4],
    ['ICCP', 32],
  ] as const) {
    if (more.some((chunk) => chunk.toString('latin1', 0, 4) === name))
      whole[20] = (whole[20] ?? 0) | flag
  }
  return whole
}
