// Runs in worker threads and, for small archives, on the main one.
import { isDense } from '#search/fold/character-class.ts'
import { foldText } from '#search/fold/fold-text.ts'

/** No letter or digit: it parts words. */
export const gapCode = 1

/** Filled as characters are met; 0 = not met yet. */
const codes = new Uint16Array(65_536)
const traits = new Uint8Array(65_536)

const denseTrait = 1
const upperTrait = 2
const digitTrait = 4

/**
 * The folded form of one UTF-16 unit, as the search folds it, in one unit: so that places in a text stay where they are.
 * Halves of characters beyond the basic plane part words.
 */
export function foldPlainUnit(unit: number): number {
  return codes[unit] || learn(unit)
}

/** Whether a unit that was folded belongs to a script without spaces. */
export function isDenseUnit(unit: number): boolean {
  return ((traits[unit] ?? 0) & denseTrait) !== 0
}

/** Whether a unit that was folded is a capital letter. */
export function isUpperUnit(unit: number): boolean {
  return ((traits[unit] ?? 0) & upperTrait) !== 0
}

/** Whether a unit that was folded is a digit. */
export function isDigitUnit(unit: number): boolean {
  return ((traits[unit] ?? 0) & digitTrait) !== 0
}

/** Unit by unit, with what parts words as a space. */
export function foldWritten(written: string): string {
  let folded = ''
  for (let at = 0; at < written.length; at++) {
    const code = foldPlainUnit(written.charCodeAt(at))
    folded += code === gapCode ? ' ' : String.fromCharCode(code)
  }
  return folded
}

function learn(unit: number): number {
  const character = String.fromCharCode(unit)
  const isHalf = unit >= 0xd800 && unit <= 0xdfff
  const folded = isHalf ? '' : foldText(character)
  const code = folded === '' ? gapCode : folded.charCodeAt(0)
  codes[unit] = code
  traits[unit] =
    (code !== gapCode && isDense(code) ? denseTrait : 0) |
    (character.toLowerCase() === character ? 0 : upperTrait) |
    (/^\p{N}$/u.test(folded) ? digitTrait : 0)
  return code
}
