import { toTurnExif } from './exif.ts'
import type { PictureRest } from './picture-rest.ts'

const marker = { end: 0xd9, scan: 0xda, app0: 0xe0, app1: 0xe1, app15: 0xef, comment: 0xfe }

/** Segments for programs that say how a picture is to be shown, by how they begin: all others say something else. */
const needed: ReadonlyMap<number, string> = new Map([
  [0xe0, 'JFIF\0'],
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
])

/** Drops segments for programs and comments, and what follows the picture: cameras put other pictures and films there. */
export function stripJpeg(rest: PictureRest): void {
  const { bytes } = rest
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const sign = bytes[at + 1] ?? 0
    // Fill bytes may precede a marker.
    if (sign === 0xff) at++
    else if (sign === marker.end) return rest.drop(at + 2, bytes.length)
    else {
      const end = at + 2 + bytes.readUInt16BE(at + 2)
      if (end > bytes.length) return
      dropSegment(rest, { sign, at, end })
      at = sign === marker.scan ? findMarker(bytes, end) : end
    }
  }
  if (bytes[at] === 0xff && bytes[at + 1] === marker.end) rest.drop(at + 2, bytes.length)
}

function dropSegment(
  rest: PictureRest,
  { sign, at, end }: { sign: number; at: number; end: number },
): void {
  const isExtra = sign === marker.comment || (sign >= marker.app0 && sign <= marker.app15)
  if (!isExtra) return
  const content = rest.bytes.subarray(at + 4, end)
  const head = needed.get(sign)
  if (head !== undefined && content.toString('latin1', 0, head.length) === head) return
  if (sign !== marker.app1 || !content.toString('latin1', 0, 4).startsWith('Exif')) {
    return rest.dropText(at, end, content)
  }
  const before = rest.orientation
  rest.dropExif(at, end, content)
  if (before === undefined && rest.orientation !== undefined) rest.put(toSegment(rest.orientation))
}

function toSegment(orientation: number): Buffer {
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), toTurnExif(orientation)])
  return Buffer.concat([Buffer.from([0xff, marker.app1, 0, content.length + 2]), content])
}

/** The next marker behind the data of a scan, in which 0xff is followed by zero or the number of a restart. */
function findMarker(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const sign = bytes[at + 1] ?? 0
    if (sign !== 0 && sign !== 0xff && !(sign >= 0xd0 && sign <= 0xd7)) return at
  }
  return bytes.length
}
