import { SearchFormatError } from './search-format-error.ts'

/** Reads what a `BitWriter` wrote. Never reads past the end. */
export class BitReader {
  #bytes: Uint8Array
  #end: number
  #at: number

  /** Starts after `position` bits. */
  constructor(bytes: Uint8Array, position = 0) {
    this.#bytes = bytes
    this.#end = bytes.length * 8
    this.#at = position
  }

  /** Switches to other bits: those of the bytes `from` up to but not including `to`. */
  open(bytes: Uint8Array, from: number, to: number): void {
    this.#bytes = bytes
    this.#end = to * 8
    this.#at = from * 8
  }

  /** Current position, in bits from the first byte. */
  get position(): number {
    return this.#at
  }

  /** At most 24 bits. */
  readBits(bits: number): number {
    if (bits === 0) return 0
    const value = this.#peek() >>> (32 - bits)
    this.#skip(bits)
    return value
  }

  /** See `BitWriter.writeCode`. */
  readCode(order: number): number {
    const window = this.#peek()
    const zeros = Math.clz32(window)
    const bits = zeros + 1 + order
    if (zeros + bits <= 32) {
      this.#skip(zeros + bits)
      return ((window << zeros) >>> (32 - bits)) - (1 << order)
    }
    if (zeros > 30) throw new SearchFormatError('search index: cut off or not a number')
    this.#skip(zeros)
    const quotient = this.#readLong(zeros + 1)
    const value = (quotient - 1) * 2 ** order + this.#readLong(order)
    if (value > 2 ** 30) throw new SearchFormatError('search index: number out of range')
    return value
  }

  /** Whether only the zero padding of the last byte is left. */
  isAtEnd(): boolean {
    const rest = this.#end - this.#at
    return rest < 8 && (rest === 0 || this.#peek() >>> (32 - rest) === 0)
  }

  #readLong(bits: number): number {
    const high = bits > 16 ? this.readBits(bits - 16) : 0
    return high * 65536 + this.readBits(Math.min(bits, 16))
  }

  #skip(bits: number): void {
    this.#at += bits
    if (this.#at > this.#end) throw new SearchFormatError('search index: cut off')
  }

  /** The next 32 bits. Past the end they are whatever bytes follow, and zeros after the last byte. */
  #peek(): number {
    const bytes = this.#bytes
    const at = this.#at >>> 3
    const shift = this.#at & 7
    const word =
      ((bytes[at] ?? 0) << 24) |
      ((bytes[at + 1] ?? 0) << 16) |
      ((bytes[at + 2] ?? 0) << 8) |
      (bytes[at + 3] ?? 0)
    return ((word << shift) | ((bytes[at + 4] ?? 0) >>> (8 - shift))) >>> 0
  }
}
