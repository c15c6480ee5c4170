import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'

/** Maximum length of a term, in UTF-16 units. The longest terms are pieces of words with a mark at each join. */
export const maxTermUnits = 64

/**
 * Writes a term relative to the one before it. One byte: `wide` (1 bit), number of units shared with the one before (3
 * bits), number of units that follow (4 bits); the value 7 or 15 is followed by a varint with the excess. Then the
 * units: one byte each, or two (low byte first) if `wide`. UTF-16 units compare without decoding, and Chinese takes two
 * bytes per character instead of three.
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

/**
 * Reads what `writeTerm` wrote.
 * @throws SearchFormatError when the bytes are not a valid term.
 */
export function readTerm(reader: ByteReader, before: string): string {
  const head = reader.readByte()
  const isWide = (head & 1) === 1
  let shared = (head >>> 1) & 7
  let rest = head >>> 4
  if (shared === 7) shared += reader.readVarint()
  if (rest === 15) rest += reader.readVarint()
  if (shared > before.length || shared + rest > maxTermUnits) throw reader.toError('not a term')
  const bytes = reader.readBytes(isWide ? rest * 2 : rest)
  let term = before.slice(0, shared)
  for (let at = 0; at < bytes.length; at += isWide ? 2 : 1) {
    term += String.fromCharCode((bytes[at] ?? 0) | (isWide ? (bytes[at + 1] ?? 0) << 8 : 0))
  }
  return term
}

/** Length of the common prefix of two terms, in UTF-16 units. */
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
