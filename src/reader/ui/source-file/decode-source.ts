/** Text of a source file, and the encoding it was read in, as browsers name it. */
export interface DecodedSource {
  text: string
  encoding: string
}

const marks: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** Files that declare nothing are tried in these, in which bytes can be invalid. */
const tried = ['gb18030', 'big5', 'shift_jis', 'euc-kr'] as const

/** Bytes of a file in which its encoding is declared, if anywhere. */
const headBytes = 4_096
const declaredPattern = /(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})/i

/**
 * Reads a file as text, to be looked at: by its byte order mark, as UTF-8 where it is valid as that, as it declares, else
 * in the first encoding in which it is valid and says what is known of it. Never fails.
 * @param known - a piece of the text that the article shows; empty when it shows none.
 */
export function decodeSource(bytes: Uint8Array, known: string): DecodedSource {
  const mark = marks.find(([, start]) => start.every((byte, at) => bytes[at] === byte))
  if (mark !== undefined) return { text: decode(bytes, mark[0]) ?? '', encoding: mark[0] }
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes))
  const declared = declaredPattern.exec(head)?.[1]?.toLowerCase()
  for (const encoding of ['utf-8', ...(declared === undefined ? [] : [declared]), ...tried]) {
    const text = decode(bytes, encoding, true)
    const isTold = encoding === 'utf-8' || encoding === declared
    if (text !== undefined && (isTold || (known !== '' && text.includes(known)))) {
      return { text, encoding }
    }
  }
  const encoding = isUtf8Mostly(bytes) ? 'utf-8' : 'windows-1252'
  return { text: decode(bytes, encoding) ?? '', encoding }
}

/** `undefined` for encodings that no browser knows and, with `fatal`, for bytes that are none of it. */
function decode(bytes: Uint8Array, encoding: string, fatal = false): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Whether a damaged file has more valid characters beyond ASCII than broken ones. */
function isUtf8Mostly(bytes: Uint8Array): boolean {
  const text = decode(bytes, 'utf-8') ?? ''
  const broken = text.split('\ufffd').length - 1
  return (text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0) > broken
}
