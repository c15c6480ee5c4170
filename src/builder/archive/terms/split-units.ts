// Runs in worker threads and, for small archives, on the main one.
import { foldPlainUnit, gapCode, isDenseUnit, isDigitUnit, isUpperUnit } from './fold-table.ts'

/** Units of a text: words, and single characters in scripts without spaces. Arrays have one entry a unit. */
export interface TextUnits {
  length: number
  /** Equal for units that are equal when folded; below 65,536 for characters, at or above for words. */
  codes: Uint32Array
  /** Where the unit begins and ends in the text. */
  starts: Uint32Array
  ends: Uint32Array
  /** 1 where nothing but a space or hyphen parts it from the unit of the same kind before it. */
  joined: Uint8Array
  /** 1 for a word that is written with a capital though another word precedes it. */
  named: Uint8Array
}

const wordMark = 0x80000000
const wordPrime = 0x01000193

/** Whether a code is that of a character of a script without spaces. */
export function isDenseCode(code: number): boolean {
  return code < 65_536
}

/** Makes room for so many units. */
export function makeUnits(room: number): TextUnits {
  return {
    length: 0,
    codes: new Uint32Array(room),
    starts: new Uint32Array(room),
    ends: new Uint32Array(room),
    joined: new Uint8Array(room),
    named: new Uint8Array(room),
  }
}

/**
 * Splits a text into at most `most` units. Numbers alone are no units.
 * @param into - Room for as many, whose units of another text are no longer needed; new room when absent.
 */
export function splitUnits(text: string, most: number, into?: TextUnits): TextUnits {
  const room = Math.min(most, text.length)
  const units = into ?? makeUnits(room)
  units.length = 0
  units.joined.fill(0)
  units.named.fill(0)
  for (let at = 0; at < text.length && units.length < room;) {
    const unit = text.charCodeAt(at)
    if (foldPlainUnit(unit) === gapCode) at++
    else if (isDenseUnit(unit))
      addUnit(units, text, { code: foldPlainUnit(unit), start: at, end: ++at })
    else at = addWord(units, text, at)
  }
  return units
}

function addWord(units: TextUnits, text: string, start: number): number {
  let hash = 0x811c9dc5
  let at = start
  let isNumber = true
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const code = foldPlainUnit(unit)
    if (code === gapCode || isDenseUnit(unit)) break
    hash = Math.imul(hash ^ code, wordPrime)
    isNumber &&= isDigitUnit(unit)
  }
  if (!isNumber) addUnit(units, text, { code: (hash | wordMark) >>> 0, start, end: at })
  return at
}

function addUnit(
  units: TextUnits,
  text: string,
  { code, start, end }: { code: number; start: number; end: number },
): void {
  const at = units.length++
  units.codes[at] = code
  units.starts[at] = start
  units.ends[at] = end
  if (at === 0) return
  const before = units.ends[at - 1] ?? 0
  const isSame = isDenseCode(code) === isDenseCode(units.codes[at - 1] ?? 0)
  const isNext = isDenseCode(code) ? start === before : isLink(text, before, start)
  if (!isSame || !isNext) return
  units.joined[at] = 1
  if (!isDenseCode(code) && isUpperUnit(text.charCodeAt(start))) units.named[at] = 1
}

/** Whether one space or hyphen, and nothing else, stands between two words. */
function isLink(text: string, before: number, start: number): boolean {
  if (start !== before + 1) return false
  const unit = text.charCodeAt(before)
  return unit === 0x20 || unit === 0xa0 || unit === 0x2d || unit === 0x2010
}

/** 8 bits of a unit, none of which is 0. */
export function toNeighbour(code: number): number {
  return 1 + ((Math.imul(code, 0x9e3779b1) >>> 16) % 255)
}
