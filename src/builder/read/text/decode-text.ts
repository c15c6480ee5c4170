import { isUtf8 } from 'node:buffer'
import type { Parsed, PostNote } from '../problem/post-note.ts'

/** Text of a file, and warnings about what was repaired in it. */
export interface DecodedText {
  text: string
  warnings: PostNote[]
}

/**
 * Decodes the bytes of a post: UTF-8 with or without a byte order mark. Line ends become `\n`; control characters other
 * than tab and line feed are removed. Invalid bytes become U+FFFD with a warning. Another encoding is an error that
 * names it.
 */
export function decodeText(bytes: Uint8Array): Parsed<DecodedText> {
  const utf16 = detectUtf16(bytes)
  if (utf16) return { error: toEncodingNote(utf16) }
  const buffer = toBuffer(bytes)
  const loose = buffer.toString('utf8').replace(/^\ufeff/, '')
  if (isUtf8(buffer)) return { value: { text: toCleanLines(loose), warnings: [] } }
  const broken = countBroken(loose, buffer)
  const legacy = detectLegacyChinese(buffer.subarray(0, sampleBytes))
  if (legacy) return { error: toEncodingNote(legacy) }
  const warning: PostNote = {
    field: 'encoding',
    line: loose.slice(0, loose.indexOf('\ufffd')).split('\n').length,
    reason: `In ${broken} ${broken === 1 ? 'place' : 'places'} the bytes are not UTF-8; they are shown as \ufffd.`,
    hint: 'Save the file as UTF-8, or fetch the article again.',
  }
  return { value: { text: toCleanLines(loose), warnings: [warning] } }
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function toCleanLines(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  // eslint-disable-next-line no-control-regex -- matches the control characters to remove
  return lines.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
}

function toEncodingNote(encoding: string): PostNote {
  return {
    field: 'encoding',
    reason: `The file seems to be ${encoding}, not UTF-8.`,
    hint: `Convert it with: iconv -f ${encoding} -t UTF-8 FILE > NEW-FILE`,
  }
}

/** Decodes bytes that may end in the middle of a character; `undefined` if any of them is invalid. */
function decodeStrictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return undefined
  }
}

function detectUtf16(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes
  if (first === 0xff && second === 0xfe) {
    return third === 0 && fourth === 0 ? 'UTF-32LE' : 'UTF-16LE'
  }
  if (first === 0xfe && second === 0xff) return 'UTF-16BE'
  // Without a byte order mark: `---` in two bytes per character is unmistakable.
  const head = toBuffer(bytes.subarray(0, 6)).toString('latin1')
  if (head === '-\0-\0-\0') return 'UTF-16LE'
  return head === '\0-\0-\0-' ? 'UTF-16BE' : undefined
}

/** Counts the replacement characters that decoding added, not those already in the file. */
function countBroken(loose: string, buffer: Buffer): number {
  let real = 0
  const replacement = Buffer.from('\ufffd')
  for (let at = buffer.indexOf(replacement); at !== -1; at = buffer.indexOf(replacement, at + 3)) {
    real++
  }
  return loose.split('\ufffd').length - 1 - real
}

/** Enough bytes to detect an encoding. */
const sampleBytes = 65_536

// The most frequent characters of Chinese prose in both scripts: a wrong decoder rarely produces them.
const frequent = new Set(
  '的一是不了在人有我他这個这个們们中來来上大為为和國国地到以說说時时要就出會会可也你對对生能而子那得于於著着下自之年，。、：“”「」',
)

/**
 * Detects a legacy Chinese encoding, if the evidence is clear: at least as many broken as valid characters when decoded
 * as UTF-8, none broken in the legacy encoding, and Chinese characters in runs (accents in a Latin text stand alone).
 */
function detectLegacyChinese(bytes: Buffer): string | undefined {
  const loose = bytes.toString('utf8')
  const sound = loose.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0
  const broken = loose.split('\ufffd').length - 1
  if (broken < 4 || sound > broken) return undefined
  const candidates = ['GB18030', 'Big5'].flatMap((encoding) => {
    const text = decodeStrictly(encoding.toLowerCase(), bytes)
    if (text === undefined) return []
    const foreign = text.match(/[^\0-\x7f]/gu) ?? []
    const paired = (text.match(/[^\0-\x7f]{2,}/gu) ?? []).join('').length
    if (paired < foreign.length / 2) return []
    return [{ encoding, score: foreign.filter((character) => frequent.has(character)).length }]
  })
  return candidates.toSorted((a, b) => b.score - a.score)[0]?.encoding
}
