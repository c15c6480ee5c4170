import { createRequire } from 'node:module'
import type * as Chardet from 'chardet'
import { canBe } from '#core/encoding/declared-encoding.ts'
import { decodeAs, parseEncodingLabel, type FoundEncoding } from '#core/encoding/decoder.ts'

const require = createRequire(import.meta.url)

/** Enough bytes to detect an encoding. */
const sampleBytes = 65_536

/** Windows' own encodings hold all characters of these and are what files are really in. */
const supersets: Readonly<Record<string, string>> = {
  'iso-8859-8': 'windows-1255',
  'iso-8859-8-i': 'windows-1255',
  gbk: 'gb18030',
}

const multiByte = new Set(['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'])
/** Least confidence of the detector, of 100. Real text in several bytes a character has nearly always 100. */
const leastSure = { single: 12, multi: 50 }

/** Western Europe: what browsers assume of a page that says nothing. */
const fallback = 'windows-1252'

/**
 * The likeliest encoding of bytes that are not UTF-8 and declare none; `undefined` when they look like UTF-8 that was
 * cut.
 */
export function detectEncoding(buffer: Buffer): FoundEncoding | undefined {
  if (isCutUtf8(buffer)) return undefined
  return { label: findLikeliest(buffer), by: 'detection' }
}

function findLikeliest(buffer: Buffer): string {
  const sample = toSample(buffer)
  // Loaded only here: nearly all files are UTF-8.
  const { analyse } = require('chardet') as typeof Chardet
  const candidates = analyse(sample).flatMap(({ name, confidence }) => {
    const found = parseEncodingLabel(name)
    const label = found && (supersets[found] ?? found)
    const isWanted = label !== undefined && !/^(?:utf-|iso-2022)/.test(label)
    return isWanted && canBe(label, buffer) ? [{ label, confidence }] : []
  })
  const isSure = ({ label, confidence }: { label: string; confidence: number }) =>
    confidence >= (multiByte.has(label) ? leastSure.multi : leastSure.single)
  const likeliest = candidates.find(isSure)
  const isMulti = likeliest !== undefined && multiByte.has(likeliest.label)
  if (!isMulti && isThai(sample)) return 'windows-874'
  if (likeliest?.label === 'koi8-r' && isUkrainian(sample)) return 'koi8-u'
  return likeliest?.label ?? fallback
}

/** KOI8-U has letters where KOI8-R has lines for frames, which do not stand beside letters. */
function isUkrainian(sample: Buffer): boolean {
  const beside =
    /[\u00c0-\u00ff][\u00a4\u00a6\u00a7\u00ad]|[\u00a4\u00a6\u00a7\u00ad][\u00c0-\u00ff]/
  return beside.test(sample.toString('latin1'))
}

/** Less than this says nothing about a language. */
const leastRuns = 16

/**
 * Whether the bytes beyond ASCII stand side by side and outnumber the letters of ASCII. In no language of Latin letters
 * do they: accents stand between plain letters.
 */
export function isHardlyLatin(buffer: Buffer): boolean {
  const text = toSample(buffer).toString('latin1')
  const inRuns = text.match(/[\u0080-\u00ff]{3,}/g)?.join('').length ?? 0
  const latin = text.match(/[a-z]/gi)?.length ?? 0
  return inRuns >= leastRuns && inRuns > latin
}

/** The lines with bytes beyond ASCII, without tags and addresses: these are ASCII in any language. */
function toSample(buffer: Buffer): Buffer {
  const text = buffer.subarray(0, 4 * sampleBytes).toString('latin1')
  const lines = text.replace(/<[^<>]{0,2000}>|https?:[^\s<>"]{1,2000}/g, ' ').split('\n')
  const foreign = lines.filter((line) => /[\u0080-\u00ff]/.test(line)).join('\n')
  return Buffer.from(foreign.slice(0, sampleBytes), 'latin1')
}

/** Whether each run of bytes beyond ASCII begins a character of UTF-8 and ends too early. */
function isCutUtf8(buffer: Buffer): boolean {
  const text = buffer.toString('latin1')
  for (const [run] of text.matchAll(/[\u0080-\u00ff]{1,64}/g)) {
    const isCut = /^(?:[\u00e0-\u00ef][\u0080-\u00bf]|[\u00f0-\u00f4][\u0080-\u00bf]{1,2})$/.test(
      run,
    )
    if (!isCut) return false
  }
  return true
}

/** The detector knows no Thai. Its vowels and tone marks stand only above or below a consonant. */
function isThai(sample: Buffer): boolean {
  const text = decodeAs('windows-874', sample)
  const thai = text.match(/[\u0e01-\u0e4e]/g)?.length ?? 0
  const foreign = text.match(/[^\0-\x7f]/g)?.length ?? 0
  const astray =
    text.match(
      /(?<![\u0e01-\u0e2e\u0e31\u0e34-\u0e39\u0e47-\u0e4c])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g,
    )?.length ?? 0
  return thai >= 8 && thai >= foreign * 0.95 && astray <= thai * 0.01
}
