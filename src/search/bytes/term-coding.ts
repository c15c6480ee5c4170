import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'

/** Most UTF-16 units a term may have; the longest are pieces of words with a mark that they go on. */
export const maxTermUnits = 64

/**
 * Writes a term after the one before it: one byte with `wide` (1 bit), units shared with the one before (3 bits) and units
 * that follow (4 bits); a 7 or a 15 is followed by a varint of what exceeds it. Then the units: a byte each, or two (low
 * byte first) when `wide`. Units of UTF-16 and their order need no decoding to compare, and Chinese takes two bytes, not three.
 */
export function writeTerm(writer: ByteWriter, term: string, before: string): void {
  const shared = countSharedUnits(term, before)
  const rest = term.length - shared
  const isWide = hasWideUnit(term, shared)
  writer.writeByte((isWide ? 1 : 0) | (Math.min(shared, 7) << 1) | (Math.min(rest, 15) << 4))
  if (shared >= 7) writer.writeVarint(shared - 7)
  if (rest >= 15) writer.writeVarint(rest - 15)
  for (let at = shared; at < term.length; at++) {
    const unit = term.charCodeAt(at)
    writer.writeByte(unit & 255)
    if (isWide) writer.writeByte(unit >>> 8)
  }
}

/** Reads what `writeTerm` wrote. @throws SearchFormatError when it cannot have been. */
export function readTerm(reader: ByteReader, before: string): string {
  const head = reader.readByte()
  const isWide = (head & 1) === 1
  let shared = (head >>> 1) & 7
  let rest = head >>> 4
  if (shared === 7) shared += reader.readVarint()
  if (rest === 15) rest += reader.readVarint()
  if (shared > before.length || shared + rest > maxTermUnits) throw reader.toError('no term')
  const bytes = reader.readBytes(isWide ? rest * 2 : rest)
  let term = before.slice(0, shared)
  for (let at = 0; at < bytes.length; at += isWide ? 2 : 1) {
    term += String.fromCharCode((bytes[at] ?? 0) | (isWide ? (bytes[at + 1] ?? 0) << 8 : 0))
  }
  return term
}

/** How many units two terms have in common at their beginning. */
export function countSharedUnits(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let shared = 0
  while (shared < most && a.charCodeAt(shared) === b.charCodeAt(shared)) shared++
  return shared
}

function hasWideUnit(term: string, from: number): boolean {
  for (let at = from; at < term.length; at++) if (term.charCodeAt(at) > 255) return true
  return false
}
