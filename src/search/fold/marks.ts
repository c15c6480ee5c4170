/*
 * Signs that stand in a marked folding beside letters, spaces and emoji. No text folds to them. A joined or grouped
 * place separates words like a space, but the words may also be read as one.
 */

/** Between words that a hyphen or an apostrophe joins: `co-operation`, `don't`. */
export const joinSign = '\u0001'
/** Behind a letter with dots or a stroke, which may also be written with an e: `ö` and `oe`. */
export const umlautSign = '\u0002'
/** Behind an a with a ring, which may also be written `aa`. */
export const ringSign = '\u0003'
/** Between groups of digits of one number: `10,000`. */
export const groupSign = '\u0004'

/** The vowel that a sign behind a letter stands for; `undefined` for any other unit. */
export function toVowel(unit: number): string | undefined {
  if (unit === 2) return 'e'
  return unit === 3 ? 'a' : undefined
}

const vowelSigns = new RegExp(`[${umlautSign}${ringSign}]`, 'gu')

/** A text with the vowel for each sign behind a letter: `moeller`. */
export function spellVowels(folded: string): string {
  return folded.replace(vowelSigns, (sign) => toVowel(sign.charCodeAt(0)) ?? '')
}

/** A text without the signs behind letters: `moller`. */
export function dropVowels(folded: string): string {
  return folded.replace(vowelSigns, '')
}

/** Whether a unit of a marked folding is one of these signs. */
export function isMark(unit: number): boolean {
  return unit >= 1 && unit <= 4
}

/** Whether a unit is a sign of a word like `c++`, `.net`, `--flag`, which count for no letter. */
export function isWordSign(unit: number): boolean {
  return unit === 0x2b || unit === 0x23 || unit === 0x2e || unit === 0x2d
}
