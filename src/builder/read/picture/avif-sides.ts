// An AVIF file is nested boxes: four bytes of length, four of name, then the content.

/** Most boxes that are read inside one box; real files have a handful. */
const mostBoxes = 64

/** Width and height of the largest picture in an AVIF file; `undefined` when the bytes are no AVIF. */
export function readAvifSides(bytes: Buffer): { width: number; height: number } | undefined {
  const [type] = listBoxes(bytes)
  if (type?.name !== 'ftyp' || !hasAvifBrand(type.content)) return undefined
  const properties = enter(bytes, ['meta', 'iprp', 'ipco'])
  let largest: { width: number; height: number } | undefined
  for (const { name, content } of properties ?? []) {
    if (name !== 'ispe' || content.length < 12) continue
    const sides = { width: content.readUInt32BE(4), height: content.readUInt32BE(8) }
    if (largest === undefined || sides.width * sides.height > largest.width * largest.height) {
      largest = sides
    }
  }
  return largest
}

/** Whether the major brand or a compatible brand is AVIF. */
function hasAvifBrand(content: Buffer): boolean {
  for (let at = 0; at + 4 <= Math.min(content.length, 4 * mostBoxes); at += 4) {
    if (['avif', 'avis'].includes(content.toString('latin1', at, at + 4))) return true
  }
  return false
}

interface Box {
  name: string
  content: Buffer
}

function enter(bytes: Buffer, [name, ...names]: readonly string[]): Box[] | undefined {
  const boxes = listBoxes(bytes)
  if (name === undefined) return boxes
  const box = boxes.find((candidate) => candidate.name === name)
  // `meta` begins with a version and flags before its boxes.
  return box && enter(name === 'meta' ? box.content.subarray(4) : box.content, names)
}

/** Lists the boxes in some bytes, up to the first whose length makes no sense. */
function listBoxes(bytes: Buffer): Box[] {
  const boxes: Box[] = []
  for (let at = 0; at + 8 <= bytes.length && boxes.length < mostBoxes;) {
    const length = bytes.readUInt32BE(at)
    const end = length === 0 ? bytes.length : at + length
    if (end < at + 8 || end > bytes.length) break
    boxes.push({
      name: bytes.toString('latin1', at + 4, at + 8),
      content: bytes.subarray(at + 8, end),
    })
    at = end
  }
  return boxes
}
