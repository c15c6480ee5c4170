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
export function findMarked(bytes: Uint8Array): FoundEncoding | undefined {
  const mark = marks.find(([, own]) => own.every((byte, at) => bytes[at] === byte))
  const label = mark?.[0] ?? findUnmarked(bytes)
  return label === undefined ? undefined : { label, by: 'mark' }
}

function findUnmarked(bytes: Uint8Array): string | undefined {
  if (isEscaped(bytes)) return 'iso-2022-jp'
  const sample = bytes.subarray(0, sampleBytes)
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
function isEscaped(bytes: Uint8Array): boolean {
  const start = findEscape(bytes, 0x24, 0)
  if (start === -1) return false
  const third = bytes[start + 2]
  const isJapanese = third === 0x42 || third === 0x40
  return isJapanese && findEscape(bytes, 0x28, start) !== -1 && bytes.every((byte) => byte < 0x80)
}

/** Where an escape sequence with this second byte begins; -1 where there is none. */
function findEscape(bytes: Uint8Array, second: number, from: number): number {
  let at = bytes.indexOf(0x1b, from)
  while (at !== -1 && bytes[at + 1] !== second) at = bytes.indexOf(0x1b, at + 1)
  return at
}
