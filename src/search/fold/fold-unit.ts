import { meaningSteps, variantSteps } from './chinese-variants.ts'
import { unpackSteps } from './packed-steps.ts'

/**
 * Accents of Latin, Greek, Cyrillic and of signs: letters mean the same without them. The Greek iota below a letter is none:
 * in capitals it stands beside.
 */
const accents =
  '\\u0300-\\u0344\\u0346-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f'

/** What is not seen: joiners, soft hyphens, marks of direction, variation selectors, fillers, tags. */
const invisible =
  '\\u00ad\\u115f\\u1160\\u17b4\\u17b5\\u061c\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e' +
  '\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufff8\\u{1bca0}-\\u{1bca3}' +
  '\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}'

const droppedPattern = new RegExp(`[${accents}${invisible}]`, 'gu')
const isDroppedPattern = new RegExp(`^[${accents}${invisible}]`, 'u')

// Marks, the vowels and final consonants that make a Hangul syllable of the letter before them, two vowels of Kirat Rai.
const composingPattern = /^[\p{M}\u1161-\u1175\u11a8-\u11c2\u{16d63}\u{16d67}]/u

const meaningOf = unpackVariants()

/** A text may heap marks on one letter; what goes beyond this many characters says nothing. */
const mostCharacters = 32

/** Whether a character belongs to the unit before it: a mark, a half-width voiced mark, a Hangul vowel, nothing seen. */
export function isComposing(character: string): boolean {
  if (isDroppedPattern.test(character)) return true
  return composingPattern.test(character.normalize('NFKD'))
}

/** End of the unit that starts at an offset: one character and all that composes with it. */
export function findUnitEnd(text: string, start: number): number {
  let end = start + characterLength(text, start)
  while (end < text.length) {
    const length = characterLength(text, end)
    if (!isComposing(text.slice(end, end + length))) break
    end += length
  }
  return end
}

/** Folds one unit. What is neither letter, number nor mark stays; it becomes space in the whole text. */
export function foldUnit(unit: string): string {
  const letters = dropMarks(firstCharacters(unit))
  // Capital sharp s has no capital of its own: down, up and down again makes all its forms one.
  const folded = dropMarks(letters.toLowerCase().toUpperCase().toLowerCase())
  const composed = firstCharacters(folded.normalize('NFC'))
  return Array.from(composed, (character) => meaningOf.get(character) ?? character).join('')
}

function dropMarks(text: string): string {
  return text.normalize('NFKD').replace(droppedPattern, '')
}

/** The first characters that are not dropped anyway. */
function firstCharacters(unit: string): string {
  if (unit.length <= mostCharacters) return unit
  return Array.from(unit.replace(droppedPattern, '')).slice(0, mostCharacters).join('')
}

function characterLength(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

/** Characters that stand for others in Chinese, and for which. */
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
