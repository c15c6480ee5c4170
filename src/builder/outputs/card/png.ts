import { crc32, deflateSync } from 'node:zlib'

/** A picture with a palette: one byte a pixel, row by row. */
export interface IndexedPicture {
  width: number
  height: number
  /** `#rrggbb`, at most 256; a pixel is an index into it. */
  palette: readonly string[]
  pixels: Uint8Array
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Encodes a picture as PNG with a palette and without filters, which is enough for a drawing of rectangles. */
export function toPngBytes({ width, height, palette, pixels }: IndexedPicture): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Bit depth 8, colour type 3 (palette).
  header.set([8, 3], 8)
  const colours = Buffer.from(palette.map((colour) => colour.slice(1)).join(''), 'hex')
  // Every row begins with its filter type: 0, none.
  const rows = Buffer.alloc((width + 1) * height)
  for (let row = 0; row < height; row++) {
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  }
  return Buffer.concat([
    signature,
    toChunk('IHDR', header),
    toChunk('PLTE', colours),
    toChunk('IDAT', deflateSync(rows, { level: 9 })),
    toChunk('IEND', Buffer.alloc(0)),
  ])
}

function toChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(data.length, 0)
  chunk.set(body, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}
