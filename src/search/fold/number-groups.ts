import type { FoldedUnits } from './folded-units.ts'

const space = 0x20
const comma = 0x2c
// , . ' ’ space _ and the sign of Arabic; a no-break or thin space is folded to a space.
const separators = new Set([comma, 0x2e, 0x27, 0x2019, space, 0x5f, 0x066c])

/** Numbers are read in groups of up to this many digits. */
const longestGroup = 3
/** More groups are no number; a hostile text may have millions. */
const mostGroups = 12

/**
 * Finds numbers whose digits stand in groups of three, `10,000`, or as in India, `1,00,000`. Marks the places between
 * groups before the group that follows is known, and takes the marks back where it does not fit.
 */
export class NumberGroups {
  readonly #units: FoldedUnits
  /** Digits of each group before the one that is being read, and the place of the sign behind each. */
  #lengths: number[] = []
  #places: number[] = []
  #separator = 0

  constructor(units: FoldedUnits) {
    this.#units = units
  }

  /**
   * Whether the digits before a separator and those behind it may be groups of one number. `digits`: how many stand
   * before it, -1 where there is something else.
   */
  mayGoOn(separator: number, digits: number): boolean {
    if (!separators.has(separator)) {
      this.end(digits)
      return false
    }
    const count = this.#lengths.length
    const isSame = count > 0 && count < mostGroups && separator === this.#separator
    const isWhole = digits === longestGroup || (digits === 2 && separator === comma)
    if (!isSame || !isWhole) {
      const wasNumber = count > 0 && this.end(digits)
      if (wasNumber || digits < 1 || digits > longestGroup) return false
    }
    this.#separator = separator
    this.#lengths.push(digits)
    this.#places.push(this.#units.length)
    return true
  }

  /** Ends the number with a last group. Says whether that group belongs to it. */
  end(digits: number): boolean {
    if (this.#lengths.length === 0) return false
    const lengths = [...this.#lengths, digits]
    const all = lengths.length
    while (lengths.length > 1 && !isNumber(lengths, this.#separator)) {
      this.#units.replace(this.#places.pop() ?? 0, space)
      lengths.pop()
    }
    this.#lengths = []
    this.#places = []
    return lengths.length === all
  }
}

function isNumber(lengths: readonly number[], separator: number): boolean {
  const [first = 0, ...others] = lengths
  const last = others.pop()
  if (last !== longestGroup) return false
  if (others.every((length) => length === longestGroup)) return true
  return separator === comma && first <= 2 && others.every((length) => length === 2)
}
