import type { ByteReader } from './byte-reader.ts'
import { maxTermUnits } from './term-coding.ts'

/** Units whose order a key holds: see `TermUnits.key`. */
const keyUnits = 3

/** The term that a reader of very many stands at, as UTF-16 units in an array of its own: no text is made of it unless asked for. */
export class TermUnits {
  readonly #units = new Uint16Array(maxTermUnits)
  #length = 0
  /** The first three units as a number that orders as they do. */
  key = 0

  /**
   * Reads the next term, written after the one before; false when it is empty.
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
    if (shared > this.#length || end > maxTermUnits) throw reader.toError('no term')
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

  /** Below 0 when this term stands before the other one, 0 when they are the same. Asked for only where the keys are equal. */
  compareRest(other: TermUnits): number {
    const most = Math.min(this.#length, other.#length)
    for (let at = keyUnits; at < most; at++) {
      const difference = (this.#units[at] ?? 0) - (other.#units[at] ?? 0)
      if (difference !== 0) return difference
    }
    return this.#length - other.#length
  }

  /** The term. */
  toText(): string {
    // Nearly all terms are pairs.
    if (this.#length === 2) return String.fromCharCode(this.#units[0] ?? 0, this.#units[1] ?? 0)
    return String.fromCharCode(...this.#units.subarray(0, this.#length))
  }

  #toKey(): number {
    const second = this.#length > 1 ? (this.#units[1] ?? 0) : 0
    const third = this.#length > 2 ? (this.#units[2] ?? 0) : 0
    return (this.#units[0] ?? 0) * 2 ** 32 + second * 2 ** 16 + third
  }
}
