import type { PictureType } from '#contract/picture-file.ts'
import { readAvifSides } from './avif-sides.ts'
import { isTurned } from './exif.ts'

/** Most pixels of a picture: 64 million take 256 MB in a browser that shows it. */
export const mostPixels = 64_000_000

/** What the bytes of a picture say about it. */
export interface PictureFacts {
  type: PictureType
  /** In pixels, as browsers show it. */
  width: number
  height: number
}

/** What bytes that are no picture look like, for the report. */
export type OtherContent = 'svg' | 'html' | 'empty' | 'other'

/**
 * Finds format and dimensions of a picture in its bytes alone; trusts neither names nor HTTP headers. Does a bounded
 * amount of work, whatever the bytes say.
 */
export function sniffPicture(bytes: Buffer): PictureFacts | undefined {
  for (const read of [readPng, readJpeg, readGif, readWebp, readAvif]) {
    const facts = read(bytes)
    if (facts !== undefined) return facts.width > 0 && facts.height > 0 ? facts : undefined
  }
  return undefined
}

const signatures: readonly (readonly [type: PictureType, pattern: RegExp])[] = [
  ['png', /^\u0089PNG/],
  ['jpg', /^\u00ff\u00d8\u00ff/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF[^]{4}WEBP/],
  ['avif', /^[^]{4}ftypavi[fs]/],
]

/**
 * What is known of a picture that is cut off or damaged: the format it begins as; its sides are 0. Folders have no better
 * one, and browsers show a part.
 */
export function sniffDamaged(bytes: Buffer): PictureFacts | undefined {
  const head = bytes.toString('latin1', 0, 12)
  const type = signatures.find(([, pattern]) => pattern.test(head))?.[0]
  return type && { type, width: 0, height: 0 }
}

/** Classifies what was received instead of a picture. */
export function describeOther(bytes: Buffer): OtherContent {
  if (bytes.length === 0) return 'empty'
  const head = bytes.toString('latin1', 0, 1_024).toLowerCase()
  if (head.includes('<svg')) return 'svg'
  return head.trimStart().startsWith('<') ? 'html' : 'other'
}

function readPng(bytes: Buffer): PictureFacts | undefined {
  const isPng = bytes.length >= 33 && bytes.toString('latin1', 0, 16) === pngHead
  if (!isPng) return undefined
  return { type: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

const pngHead = '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR'

function readGif(bytes: Buffer): PictureFacts | undefined {
  if (bytes.length < 14 || !/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return undefined
  return { type: 'gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
}

// Cameras put previews and profiles before the frame, in segments that declare their lengths.
const mostJpegSegments = 2_000

function readJpeg(bytes: Buffer): PictureFacts | undefined {
  if (bytes.length < 4 || bytes.readUIntBE(0, 3) !== 0xffd8ff) return undefined
  let at = 2
  let isOnItsSide = false
  for (let segment = 0; segment < mostJpegSegments && at + 9 <= bytes.length; segment++) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] ?? 0
    // Fill bytes may precede a marker.
    if (marker === 0xff) at += 1
    else if (isFrame(marker)) {
      const [width, height] = [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)]
      return {
        type: 'jpg',
        ...(isOnItsSide ? { width: height, height: width } : { width, height }),
      }
    } else {
      const end = at + 2 + bytes.readUInt16BE(at + 2)
      if (marker === exifMarker) isOnItsSide ||= isTurned(bytes.subarray(at + 4, end))
      at = end
    }
  }
  return undefined
}

/** APP1, in which cameras say how they were held. */
const exifMarker = 0xe1

/** Whether a marker begins a frame header: C0 to CF, except those of tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function readWebp(bytes: Buffer): PictureFacts | undefined {
  const isWebp =
    bytes.length >= 30 &&
    bytes.toString('latin1', 0, 4) === 'RIFF' &&
    bytes.toString('latin1', 8, 12) === 'WEBP'
  if (!isWebp) return undefined
  const sides = readWebpSides(bytes)
  return sides && { type: 'webp', ...sides }
}

function readWebpSides(bytes: Buffer): Omit<PictureFacts, 'type'> | undefined {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    default:
      return undefined
  }
}

function readAvif(bytes: Buffer): PictureFacts | undefined {
  const sides = readAvifSides(bytes)
  return sides && { type: 'avif', ...sides }
}
