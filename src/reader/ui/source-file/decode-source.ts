import { findDeclared } from '#core/encoding/declared-encoding.ts'
import { decodeAs, type FoundEncoding } from '#core/encoding/decoder.ts'
import { findMarked } from '#core/encoding/marked-encoding.ts'

/** Text of a source file, and the encoding it was read in, as browsers name it. */
export interface DecodedSource {
  text: string
  encoding: string
}

/** What the builder tells by the bytes alone, the commonest first. */
const tried = [
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1252',
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'iso-8859-5',
  'windows-1250',
  'iso-8859-2',
  'windows-1253',
  'iso-8859-7',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'iso-8859-6',
  'windows-874',
] as const
/** Of a file that declares nothing, so many bytes are read in each. */
const sampleBytes = 262_144

/**
 * Reads a file as text, to be looked at, by the rules of the builder: by its byte order mark, as UTF-8 where it is nearly
 * valid as that, else in the encoding in which it says most of what is known of its article, or that it declares. Never
 * fails.
 * @param known - pieces of the article's text, see `listKnownPieces`; none where the article is not known yet.
 */
export function decodeSource(bytes: Uint8Array, known: readonly string[]): DecodedSource {
  const marked = findMarked(bytes)
  if (marked !== undefined) return decode(bytes, marked)
  const text = new TextDecoder().decode(bytes)
  if (isUtf8Mostly(text)) return { text, encoding: 'utf-8' }
  const declared = findDeclared(bytes)
  const told = findTold(bytes, known, declared === undefined ? [] : [declared.label])
  return decode(bytes, { label: told ?? declared?.label ?? 'windows-1252' })
}

function decode(bytes: Uint8Array, { label }: Pick<FoundEncoding, 'label'>): DecodedSource {
  return { text: decodeAs(label, bytes), encoding: label }
}

/** The encoding in which the beginning of a file has most of some pieces; `undefined` where it has none of them in any. */
function findTold(
  bytes: Uint8Array,
  known: readonly string[],
  declared: readonly string[],
): string | undefined {
  if (known.length === 0) return undefined
  const sample = bytes.subarray(0, sampleBytes)
  let best: { label: string; count: number } | undefined
  for (const label of [...declared, ...tried]) {
    const text = decodeAs(label, sample)
    const count = known.filter((piece) => text.includes(piece)).length
    if (count > (best?.count ?? 0)) best = { label, count }
  }
  return best?.label
}

/** Whether a text that was read as UTF-8 has no broken characters, or more valid ones beyond ASCII than broken ones. */
function isUtf8Mostly(text: string): boolean {
  const broken = text.split('\ufffd').length - 1
  return broken === 0 || (text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0) > broken
}
