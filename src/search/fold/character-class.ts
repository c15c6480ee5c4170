import { isEmojiUnit } from './emoji.ts'

/**
 * Classes of the characters of a folded text. `dense` characters belong to scripts written without spaces between
 * words. Defined by code ranges rather than by script properties, because a browser with one version of Unicode must
 * read an index built with another.
 */
export type CharacterClass = 'space' | 'word' | 'dense' | 'emoji'

const denseRanges: readonly (readonly [from: number, to: number])[] = [
  [0x0e00, 0x0eff], // Thai, Lao
  [0x1000, 0x109f], // Myanmar
  [0x1100, 0x11ff], // Hangul jamo
  [0x1780, 0x17ff], // Khmer
  [0x2e80, 0x9fff], // radicals, kana, Bopomofo, Chinese characters
  [0xa960, 0xa97f], // Hangul jamo
  [0xa9e0, 0xa9ff], // Myanmar
  [0xaa60, 0xaa7f], // Myanmar
  [0xac00, 0xd7ff], // Hangul syllables
  [0xf900, 0xfaff], // Chinese characters encoded twice for round trips (compatibility ideographs)
]

/**
 * Whether a folded character is dense, given its first UTF-16 unit. A match may begin or end at every dense character.
 */
export function isDense(unit: number): boolean {
  if (unit < 0x0e00) return false
  if (unit >= 0x4e00 && unit <= 0x9fff) return true
  // High surrogates: kana supplements, planes 2 and 3.
  if (unit >= 0xd800 && unit <= 0xdfff)
    return unit === 0xd82b || unit === 0xd82c || (unit >= 0xd840 && unit <= 0xd8bf)
  return denseRanges.some(([from, to]) => unit >= from && unit <= to)
}

const writtenPattern = /[\p{L}\p{N}\p{M}]/u

/** Class of one folded character (a code point). */
export function toCharacterClass(character: string): CharacterClass {
  const unit = character.charCodeAt(0)
  const isHalf = character.length === 1 && unit >= 0xd800 && unit <= 0xdfff
  if (isEmojiUnit(unit)) return isHalf ? 'space' : 'emoji'
  // Planes 2 and 3 contain only Chinese characters, some of them newer than the browser.
  const isChinese = character.length === 2 && unit >= 0xd840 && unit <= 0xd8bf
  const isWritten = isChinese || writtenPattern.test(character)
  if (!isWritten) return 'space'
  return isDense(unit) ? 'dense' : 'word'
}

/** Whether a UTF-16 unit is the first half of a surrogate pair. */
export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

/** Whether a UTF-16 unit is the second half of a surrogate pair. */
export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
