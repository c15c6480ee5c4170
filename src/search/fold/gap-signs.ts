/**
 * The signs between two folded characters: the first and the last three, with where they come from. Signs that are not
 * there are 0. Typed arrays, because there are millions of gaps.
 */
export class GapSigns {
  count = 0
  readonly first = new Uint16Array(3)
  readonly firstEnds = new Uint32Array(3)
  /** The last one first. */
  readonly last = new Uint16Array(3)
  readonly lastStarts = new Uint32Array(3)
  start = 0
  end = 0

  clear(): void {
    const { first, last } = this
    this.count = 0
    first[0] = first[1] = first[2] = 0
    last[0] = last[1] = last[2] = 0
  }

  add(sign: number, start: number, end: number): void {
    const { count, last, lastStarts } = this
    if (count === 0) this.start = start
    if (count < 3) {
      this.first[count] = sign
      this.firstEnds[count] = end
    }
    if (count > 0) {
      last[2] = last[1] ?? 0
      last[1] = last[0] ?? 0
      lastStarts[2] = lastStarts[1] ?? 0
      lastStarts[1] = lastStarts[0] ?? 0
    }
    last[0] = sign
    lastStarts[0] = start
    this.end = end
    this.count = count + 1
  }
}

const plus = 0x2b
const sharp = 0x23
const dot = 0x2e
const longDashes = new Set([0x2013, 0x2014])
const hyphens = new Set([0x2d, 0x2010, 0x2011, 0x2212, 0x05be])
// ' ‘ ’ ‛ ` ′ and the geresh of Hebrew.
const apostrophes = new Set([0x27, 0x2018, 0x2019, 0x201b, 0x60, 0x2032, 0x05f3])
// " and the gershayim, which abbreviate in Hebrew.
const hebrewQuotes = new Set([0x22, 0x201d, 0x05f4])

/** A letter or digit beside a gap; 0 for anything else. */
export interface GapSides {
  before: number
  after: number
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** How many of the signs behind a word belong to it: `c++`, `c#`, `50+`. */
export function countWordEnd({ count, first }: GapSigns, { before, after }: GapSides): number {
  if (before === 0 || count === 0) return 0
  // Between two words it may be anything: `a+b`, `#one#two`.
  const isBetween = count === 1 && after !== 0
  if (first[0] === sharp) return isBetween || isDigit(before) || first[1] === sharp ? 0 : 1
  if (first[0] !== plus || isBetween) return 0
  if (count === 1 || first[1] !== plus) return 1
  return count > 2 && first[2] === plus ? 0 : 2
}

/**
 * How many of the signs before a word belong to it: the dot of `.net`, both dashes of `--flag`, or the long dash that
 * programs put in their place. `taken`: how many signs belong to the word before the gap.
 */
export function countWordStart(
  { count, last }: GapSigns,
  { before, after, isPlain }: GapSides & { isPlain: boolean },
  taken: number,
): number {
  if (after === 0 || isDigit(after)) return 0
  const left = count - taken
  const isOpen = (length: number) => left > length || (left === length && before === 0)
  const sign = last[0] ?? 0
  const second = last[1] ?? 0
  const third = last[2] ?? 0
  if (left < 1) return 0
  if (sign === dot) return isOpen(1) && !(left > 1 && second === dot) ? 1 : 0
  // Flags are written small; a sentence behind a dash mostly is not.
  const isFlagLetter = isPlain && after >= 0x61 && after <= 0x7a
  if (longDashes.has(sign))
    return isFlagLetter && isOpen(1) && !(left > 1 && isDash(second)) ? 1 : 0
  if (left < 2 || !hyphens.has(sign) || !hyphens.has(second)) return 0
  return isOpen(2) && !(left > 2 && isDash(third)) ? 2 : 0
}

function isDash(sign: number): boolean {
  return hyphens.has(sign) || longDashes.has(sign)
}

/** Whether a single sign between two words may be left out: `co-operation`, `don't`. Not between two digits. */
export function joinsWords(sign: number, { before, after }: GapSides): boolean {
  if (before === 0 || after === 0 || (isDigit(before) && isDigit(after))) return false
  if (hebrewQuotes.has(sign)) return isHebrew(before) && isHebrew(after)
  return apostrophes.has(sign) || hyphens.has(sign)
}

function isHebrew(unit: number): boolean {
  return unit >= 0x05d0 && unit <= 0x05ea
}
