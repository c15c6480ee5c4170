import type { PrivateKind } from '#contract/build-report.ts'

/** Entries of a directory that are looked at; cameras write about twenty. */
const mostEntries = 200

const exifHead = 'Exif\0\0'
const orientationTag = 0x01_12
const directories = { exif: 0x87_69, gps: 0x88_25 }
const latitudeTag = 2

/** Tags that tell something of somebody. */
const kinds: ReadonlyMap<number, PrivateKind> = new Map<number, PrivateKind>([
  // Make, model, body and lens with their numbers, and what makers note for themselves.
  ...[0x01_0f, 0x01_10, 0xa4_31, 0xa4_33, 0xa4_34, 0xa4_35, 0x92_7c].map(
    (tag) => [tag, 'camera'] as const,
  ),
  // Artist, copyright, owner of the camera, author.
  ...[0x01_3b, 0x82_98, 0xa4_30, 0x9c_9d].map((tag) => [tag, 'person'] as const),
])

/** What Exif data says. */
export interface ExifFacts {
  /** How the picture is turned to be shown, 1 to 8; absent when it does not say. */
  orientation?: number
  kinds: PrivateKind[]
}

/** Reads Exif data, with or without its head. Does a bounded amount of work. */
export function readExif(bytes: Buffer): ExifFacts {
  const hasHead = bytes.toString('latin1', 0, exifHead.length) === exifHead
  const tiff = hasHead ? bytes.subarray(exifHead.length) : bytes
  const order = tiff.toString('latin1', 0, 2)
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return { kinds: [] }
  const read = toReader(tiff, order === 'II')
  const found = new Set<PrivateKind>()
  const first = readDirectory(read, read.u32(4))
  const inner = readDirectory(read, first.get(directories.exif)?.u32)
  const gps = readDirectory(read, first.get(directories.gps)?.u32)
  for (const tag of [...first.keys(), ...inner.keys()]) {
    const kind = kinds.get(tag)
    if (kind !== undefined) found.add(kind)
  }
  if (gps.has(latitudeTag)) found.add('place')
  const orientation = first.get(orientationTag)?.u16
  const isKnown = orientation !== undefined && orientation >= 1 && orientation <= 8
  return { kinds: [...found], ...(isKnown ? { orientation } : {}) }
}

interface Reader {
  length: number
  u16: (at: number) => number
  u32: (at: number) => number
}

function toReader(tiff: Buffer, isLittle: boolean): Reader {
  return {
    length: tiff.length,
    u16: (at) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)),
    u32: (at) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)),
  }
}

/** The values of a directory by tag, read as numbers of either length. */
function readDirectory(
  { length, u16, u32 }: Reader,
  start = 0,
): ReadonlyMap<number, { u16: number; u32: number }> {
  const entries = new Map<number, { u16: number; u32: number }>()
  if (start < 8 || start + 2 > length) return entries
  const count = Math.min(u16(start), mostEntries)
  for (let entry = 0; entry < count; entry++) {
    const at = start + 2 + entry * 12
    if (at + 12 > length) break
    entries.set(u16(at), { u16: u16(at + 8), u32: u32(at + 8) })
  }
  return entries
}

/**
 * Whether the Exif data of a JPEG segment says that the picture is shown on its side, so that width and height change
 * places (orientations 5 to 8). Browsers do as it says.
 * @param segment the content of an APP1 segment.
 */
export function isTurned(segment: Buffer): boolean {
  if (segment.toString('latin1', 0, exifHead.length) !== exifHead) return false
  return (readExif(segment).orientation ?? 1) >= 5
}

/** Exif data that says how a picture is turned and nothing else. */
export function toTurnExif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(orientationTag, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  return tiff
}
