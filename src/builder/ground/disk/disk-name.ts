import { readdirSync, type Dirent } from 'node:fs'

// A byte of a name that is not UTF-8 is kept as the lone surrogate U+DC00 + byte, as Python does: no UTF-8 gives one,
// so the bytes can be had again. Names of other file systems than bytes never hold one.
const kept = /[\udc80-\udcff]/u
const allKept = /[\udc80-\udcff]/gu
const firstKept = 0xdc00

/** Reads the bytes of a name; `toDiskPath` gives them back. */
export function decodeName(bytes: Uint8Array): string {
  const name = Buffer.from(bytes)
  const text = name.toString('utf8')
  if (!text.includes('\ufffd') || Buffer.from(text).equals(name)) return text
  let decoded = ''
  for (let at = 0; at < name.length;) {
    const length = lengthOfCharacter(name, at)
    decoded +=
      length === 0
        ? String.fromCharCode(firstKept + (name[at] ?? 0))
        : name.toString('utf8', at, at + length)
    at += length || 1
  }
  return decoded
}

/** Number of bytes of the UTF-8 character there; 0 if there is none. */
function lengthOfCharacter(name: Buffer, at: number): number {
  for (let length = 1; length <= 4; length++) {
    const bytes = name.subarray(at, at + length)
    const text = bytes.toString('utf8')
    if (bytes.length === length && isOneCharacter(text) && Buffer.from(text).equals(bytes)) {
      return length
    }
  }
  return 0
}

function isOneCharacter(text: string): boolean {
  return /^.$/su.test(text)
}

/** A path as the disk wants it: bytes where a name in it is not UTF-8. */
export function toDiskPath(path: string): string | Buffer {
  if (!kept.test(path)) return path
  const parts: Buffer[] = []
  let from = 0
  for (const { 0: sign, index } of path.matchAll(allKept)) {
    parts.push(Buffer.from(path.slice(from, index)), Buffer.of(sign.charCodeAt(0) - firstKept))
    from = index + 1
  }
  return Buffer.concat([...parts, Buffer.from(path.slice(from))])
}

/** A name or path for people: bytes that are not UTF-8 as in an address, `%E9`. */
export function toReadableName(name: string): string {
  return kept.test(name) ? name.replace(allKept, toEscape) : name
}

function toEscape(sign: string): string {
  return `%${(sign.charCodeAt(0) - firstKept).toString(16).toUpperCase()}`
}

/** An entry of a folder, with its name as `decodeName` gives it. */
export interface NamedEntry {
  name: string
  entry: Dirent | Dirent<Buffer>
}

/** Lists a folder. @throws the system error when it cannot be listed. */
export function listFolder(path: string): NamedEntry[] {
  const place = toDiskPath(path)
  const entries = readdirSync(place, { withFileTypes: true })
  if (!entries.some(({ name }) => name.includes('\ufffd'))) {
    return entries.map((entry) => ({ name: entry.name, entry }))
  }
  return readdirSync(place, { withFileTypes: true, encoding: 'buffer' }).map((entry) => ({
    name: decodeName(entry.name),
    entry,
  }))
}
