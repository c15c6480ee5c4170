/** Entries of a directory that are looked at; cameras write about twenty. */
const mostEntries = 200

const exifHead = 'Exif\0\0'
const orientationTag = 0x0112

/**
 * Whether the Exif data of a JPEG segment says that the picture is shown on its side, so that width and height change
 * places (orientations 5 to 8). Browsers do as it says.
 * @param segment the content of an APP1 segment.
 */
export function isTurned(segment: Buffer): boolean {
  if (segment.toString('latin1', 0, exifHead.length) !== exifHead) return false
  const tiff = segment.subarray(exifHead.length)
  const order = tiff.toString('latin1', 0, 2)
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return false
  const isLittle = order === 'II'
  const read16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (start + 2 > tiff.length) return false
  const entries = Math.min(read16(start), mostEntries)
  for (let entry = 0; entry < entries; entry++) {
    const at = start + 2 + entry * 12
    if (at + 12 > tiff.length) return false
    if (read16(at) === orientationTag) return read16(at + 8) >= 5 && read16(at + 8) <= 8
  }
  return false
}
