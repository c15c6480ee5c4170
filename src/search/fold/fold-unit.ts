import { foldLetter } from './letter-folds.ts'
import { meaningSteps, variantSteps } from './chinese-variants.ts'
import { unpackSteps } from './packed-steps.ts'

/**
 * Combining accents of Latin, Greek, Cyrillic and symbols, which search ignores. U+0345, the Greek iota subscript, is
 * not among them: capitals write it as a letter of its own.
 */
const accents =
  '\\u0300-\\u0344\\u0346-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f'

/** Vowels and other points of Hebrew, Arabic and Syriac, most often left out; hamzas above and below; the tatweel. */
const points =
  '\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670' +
  '\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u0711\\u0730-\\u074a\\u08d3-\\u08e1\\u08e3-\\u08ff'

/** Invisible characters: joiners, soft hyphens, bidirectional marks, variation selectors, fillers, tags; skin tones. */
const invisible =
  '\\u00ad\\u115f\\u1160\\u17b4\\u17b5\\u061c\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e' +
  '\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufff8\\u{1bca0}-\\u{1bca3}' +
  '\\u{1d173}-\\u{1d17a}\\u{1f3fb}-\\u{1f3ff}\\u{e0000}-\\u{e0fff}'

const droppedPattern = new RegExp(`[${accents}${points}${invisible}]`, 'gu')
const isDroppedPattern = new RegExp(`^[${accents}${points}${invisible}]`, 'u')

// Marks, the Hangul vowels and final consonants that join the letter before them into a syllable, two Kirat Rai vowels.
const composingPattern = /^[\p{M}\u1161-\u1175\u11a8-\u11c2\u{16d63}\u{16d67}]/u

const meaningOf = unpackVariants()

/** A text may pile marks onto one letter; those beyond this many characters carry no meaning. */
const mostCharacters = 32

/**
 * Whether a character joins the unit before it: a mark, a half-width voiced mark, a Hangul vowel, an invisible
 * character.
 */
export function isComposing(character: string): boolean {
  if (isDroppedPattern.test(character)) return true
  return composingPattern.test(character.normalize('NFKD'))
}

/** Returns the end of the unit that starts at an offset: one character and everything that composes with it. */
export function findUnitEnd(text: string, start: number): number {
  let end = start + characterLength(text, start)
  while (end < text.length) {
    const length = characterLength(text, end)
    if (!isComposing(text.slice(end, end + length))) break
    end += length
  }
  return end
}

/** Folds one unit. Characters other than letters, numbers and marks stay; `FoldedOutput` turns them into spaces. */
export function foldUnit(unit: string): string {
  // NFKD takes the spacing acute apart into a space and an accent; people write it for an apostrophe.
  const letters = unit === '\u00b4' ? "'" : dropMarks(firstCharacters(unit))
  // Lower, upper, lower: this maps all forms of sharp s to `ss`, which one `toLowerCase` does not.
  const folded = dropMarks(letters.toLowerCase().toUpperCase().toLowerCase())
  const composed = firstCharacters(folded.normalize('NFC'))
  return Array.from(
    composed,
    (character) => meaningOf.get(character) ?? foldLetter(character) ?? character,
  ).join('')
}

/** What a letter is written with where its dots or ring are missing: `oe` for `ö`, `aa` for `å`. */
export type UmlautVowel = '' | 'e' | 'a'

const dotted = /^[aou]\u0308/iu
const ringed = /^a\u030a/iu

/** The vowel that may stand behind a unit instead of its dots, stroke or ring. */
export function findUmlautVowel(unit: string): UmlautVowel {
  if (unit.charCodeAt(0) < 0x80 && unit.length === 1) return ''
  const parts = unit.normalize('NFD')
  if (dotted.test(parts) || /^[øØ]/u.test(parts)) return 'e'
  return ringed.test(parts) ? 'a' : ''
}

function dropMarks(text: string): string {
  return text.normalize('NFKD').replace(droppedPattern, '')
}

/** Keeps the first characters, not counting those that are dropped anyway. */
function firstCharacters(unit: string): string {
  if (unit.length <= mostCharacters) return unit
  return Array.from(unit.replace(droppedPattern, '')).slice(0, mostCharacters).join('')
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

/** Map from a Chinese variant character to the one it is searched as. */
function unpackVariants(): ReadonlyMap<string, string> {
  const meanings = unpackSteps(meaningSteps)
  const variants = unpackSteps(variantSteps)
  return new Map(
    variants.map((variant, at) => [
      String.fromCodePoint(variant),
      String.fromCodePoint(meanings[at] ?? variant),
    ]),
  )
}
