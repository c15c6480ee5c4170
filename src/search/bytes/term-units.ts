import type { ByteReader } from './byte-reader.ts'
import { maxTermUnits } from './term-coding.ts'

/** Number of leading units that `TermUnits.key` encodes. */
const keyUnits = 3

/**
 * The current term of a reader that passes very many of them. Its UTF-16 units are kept in a reused array; a string is
 * built only on request.
 */
export class TermUnits {
  readonly #units = new Uint16Array(maxTermUnits)
  #length = 0
  /** The first three units as a number with the same order. */
  key = 0

  /**
   * Reads the next term, coded relative to the current one. Returns false when it is empty.
   * @throws SearchFormatError when it is not above the one before.
   */
  readNext(reader: ByteReader): boolean {
    const head = reader.readByte()
    const isWide = (head & 1) === 1
    let shared = (head >>> 1) & 7
    let rest = head >>> 4
    if (shared === 7) shared += reader.readVarint()
    if (rest === 15) rest += reader.readVarint()
    const end = shared + rest
    if (shared > this.#length || end > maxTermUnits) throw reader.toError('not a term')
    if (end === 0) return false
    const units = this.#units
    let isAbove = false
    for (let at = shared; at < end; at++) {
      const unit = reader.readByte() | (isWide ? reader.readByte() << 8 : 0)
      if (!isAbove) {
        const before = at < this.#length ? (units[at] ?? 0) : -1
        if (unit < before) throw reader.toError('terms are out of order')
        isAbove = unit > before
      }
      units[at] = unit
    }
    if (!isAbove) throw reader.toError('terms are out of order')
    this.#length = end
    this.key = this.#toKey()
    return true
  }

  /** Negative when this term sorts before the other one, 0 when they are equal. Only valid if the keys are equal. */
  compareRest(other: TermUnits): number {
    const most = Math.min(this.#length, other.#length)
    for (let at = keyUnits; at < most; at++) {
      const difference = (this.#units[at] ?? 0) - (other.#units[at] ?? 0)
      if (difference !== 0) return difference
    }
    return this.#length - other.#length
  }

  toText(): string {
    // Nearly all terms are bigrams.
    if (this.#length === 2) return String.fromCharCode(this.#units[0] ?? 0, this.#units[1] ?? 0)
    return String.fromCharCode(...this.#units.subarray(0, this.#length))
  }

  #toKey(): number {
    const second = this.#length > 1 ? (this.#units[1] ?? 0) : 0
    const third = this.#length > 2 ? (this.#units[2] ?? 0) : 0
    return (this.#units[0] ?? 0) * 2 ** 32 + second * 2 ** 16 + third
  }
}
