import { isUtf8 } from 'node:buffer'
import type { PostNote } from '../problem/post-note.ts'
import { findDeclared } from '#core/encoding/declared-encoding.ts'
import { decodeAs, toEncodingName, type FoundEncoding } from '#core/encoding/decoder.ts'
import { detectEncoding, isHardlyLatin } from './detect-encoding.ts'
import { findMarked } from '#core/encoding/marked-encoding.ts'

/** Text of a file, and warnings about what was assumed or repaired in it. */
export interface DecodedText {
  text: string
  warnings: PostNote[]
}

/**
 * Decodes the bytes of a file: by its byte order mark, as UTF-8 if they are valid as such, by the encoding that the file
 * declares, else by the one that its bytes suggest. Line ends become `\n`; control characters other than tab and line
 * feed are removed. Any encoding but UTF-8 is said in a warning; bytes that are invalid in it become U+FFFD with
 * another. Never fails.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const marked = findMarked(buffer)
  if (marked !== undefined) return decodeOther(buffer, marked)
  const text = buffer.toString('utf8').replace(/^\ufeff/, '')
  if (isUtf8(buffer)) return { text: toCleanLines(text), warnings: [] }
  const broken = countBroken(text, buffer)
  // A file with more valid characters than broken ones is UTF-8 that was damaged, whatever a page in it declares.
  if (countSound(text, broken) > broken) return toDamaged(text, broken)
  const other = findOther(buffer)
  return other === undefined ? toDamaged(text, broken) : decodeOther(buffer, other)
}

/** What a file declares, unless it is Latin letters and the text has hardly any: tools write that into any page. */
function findOther(buffer: Buffer): FoundEncoding | undefined {
  const declared = findDeclared(buffer)
  if (declared?.label !== 'windows-1252' || !isHardlyLatin(buffer)) {
    return declared ?? detectEncoding(buffer)
  }
  const detected = detectEncoding(buffer)
  return detected === undefined ? declared : { ...detected, by: 'correction' }
}

const reasons = {
  mark: (name: string) => `The file is in ${name}, not in UTF-8; it was read as that.`,
  declaration: (name: string) => `The file is in ${name}, as it declares; it was read as that.`,
  detection: (name: string) =>
    `The file declares no encoding and seems to be in ${name}; it was read as that.`,
  correction: (name: string) =>
    `The file declares Latin letters but seems to be in ${name}; it was read as that.`,
}

function decodeOther(buffer: Buffer, { label, by }: FoundEncoding): DecodedText {
  const decoded = decodeAs(label, buffer)
  const name = toEncodingName(label)
  const warnings: PostNote[] = [
    {
      field: 'encoding',
      reason: reasons[by](name),
      hint: `Nothing to do, or convert it with: iconv -f ${name} -t UTF-8 FILE > NEW-FILE`,
    },
  ]
  const broken = decoded.split('\ufffd').length - 1
  if (broken > 0) warnings.push(toBrokenNote(decoded, broken, name))
  return { text: toCleanLines(decoded), warnings }
}

function toDamaged(text: string, broken: number): DecodedText {
  return { text: toCleanLines(text), warnings: [toBrokenNote(text, broken, 'UTF-8')] }
}

function toBrokenNote(text: string, broken: number, name: string): PostNote {
  return {
    field: 'encoding',
    line: text.slice(0, text.indexOf('\ufffd')).split(/\r\n?|\n/).length,
    reason: `In ${broken} ${broken === 1 ? 'place' : 'places'} the bytes are not ${name}; they are shown as \ufffd.`,
    hint: 'Save the file as UTF-8, or fetch the article again.',
  }
}

function toCleanLines(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  // eslint-disable-next-line no-control-regex -- matches the control characters to remove
  return lines.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
}

/** Counts the replacement characters that decoding added, not those already in the file. */
function countBroken(text: string, buffer: Buffer): number {
  let real = 0
  const replacement = Buffer.from('\ufffd')
  for (let at = buffer.indexOf(replacement); at !== -1; at = buffer.indexOf(replacement, at + 3)) {
    real++
  }
  return text.split('\ufffd').length - 1 - real
}

/** Counts the characters beyond ASCII that are valid, as far as it takes to pass the number of broken ones. */
function countSound(text: string, broken: number): number {
  let sound = 0
  for (const _ of text.matchAll(/[^\0-\x7f\ufffd]/gu)) if (++sound > broken) break
  return sound
}
