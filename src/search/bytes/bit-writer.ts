/** Bits that grow as they are written, highest bit of each byte first. */
export class BitWriter {
  #bytes = new Uint8Array(256)
  #length = 0
  #pending = 0
  #pendingBits = 0

  /** The lowest `bits` (at most 24) of a value, highest first. */
  writeBits(value: number, bits: number): void {
    this.#pending = (this.#pending << bits) | value
    this.#pendingBits += bits
    while (this.#pendingBits >= 8) {
      this.#pendingBits -= 8
      if (this.#length === this.#bytes.length) this.#grow()
      this.#bytes[this.#length++] = this.#pending >>> this.#pendingBits
    }
    this.#pending &= (1 << this.#pendingBits) - 1
  }

  /**
   * Exponential Golomb code of order `order` (0 to 15): for q = (value >> order) + 1 of n bits, n - 1 zeros, q, then the
   * lowest `order` bits of the value. Values up to 2^30.
   */
  writeCode(value: number, order: number): void {
    const quotient = (value >>> order) + 1
    const bits = 32 - Math.clz32(quotient)
    const low = value & ((1 << order) - 1)
    if (2 * bits - 1 + order <= 24) {
      this.writeBits((quotient << order) | low, 2 * bits - 1 + order)
      return
    }
    this.#writeLong(0, bits - 1)
    this.#writeLong(quotient, bits)
    this.#writeLong(low, order)
  }

  /** A copy of what was written, the last byte filled with zeros; the writer is empty then. */
  takeBytes(): Uint8Array {
    if (this.#pendingBits > 0) this.writeBits(0, 8 - this.#pendingBits)
    const bytes = this.#bytes.slice(0, this.#length)
    this.#length = 0
    return bytes
  }

  #writeLong(value: number, bits: number): void {
    if (bits > 16) this.writeBits(value >>> 16, bits - 16)
    this.writeBits(value & 0xffff & (2 ** bits - 1), Math.min(bits, 16))
  }

  #grow(): void {
    const bytes = new Uint8Array(this.#bytes.length * 2)
    bytes.set(this.#bytes)
    this.#bytes = bytes
  }
}

/** Bits that `BitWriter.writeCode` takes for a value. */
export function countCodeBits(value: number, order: number): number {
  return 2 * (32 - Math.clz32((value >>> order) + 1)) - 1 + order
}
