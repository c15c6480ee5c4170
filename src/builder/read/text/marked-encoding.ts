import type { FoundEncoding } from './decoder.ts'

const marks: readonly [string, readonly number[]][] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
]

const sampleBytes = 1024
/** Of two bytes a character, one side has at least so many times the zeros of the other. */
const mostOther = 4

/**
 * The encoding that a byte order mark tells, or that bytes can only be in: text in two bytes a character without a mark,
 * and Japanese that changes its alphabet by escape sequences. `undefined` for UTF-8 and all others.
 */
export function findMarked(buffer: Buffer): FoundEncoding | undefined {
  const mark = marks.find(([, bytes]) => bytes.every((byte, at) => buffer[at] === byte))
  const label = mark?.[0] ?? findUnmarked(buffer)
  return label === undefined ? undefined : { label, by: 'mark' }
}

function findUnmarked(buffer: Buffer): string | undefined {
  if (isEscaped(buffer)) return 'iso-2022-jp'
  const sample = buffer.subarray(0, sampleBytes)
  if (!sample.subarray(0, 16).includes(0)) return undefined
  let even = 0
  let odd = 0
  for (const [at, byte] of sample.entries()) {
    if (byte === 0 && at % 2 === 0) even++
    else if (byte === 0) odd++
  }
  // Front matter begins with ASCII, every second byte of which is zero.
  const most = Math.min(sample.length, 64) / 8
  // Chinese characters have a zero on the other side now and then: the very common 一 does.
  if (odd >= most && even * mostOther <= odd) return 'utf-16le'
  return even >= most && odd * mostOther <= even ? 'utf-16be' : undefined
}

/** Escape sequences of ISO-2022-JP, and back to ASCII, in a file of seven bits a byte. */
function isEscaped(buffer: Buffer): boolean {
  const start = buffer.indexOf('\u001b$')
  if (start === -1) return false
  const third = buffer[start + 2]
  const isJapanese = third === 0x42 || third === 0x40
  return isJapanese && buffer.includes('\u001b(', start) && buffer.every((byte) => byte < 0x80)
}
