import type { ByteWriter } from './byte-writer.ts'

/** A growing buffer of bits, highest bit of each byte first. */
export class BitWriter {
  #bytes = new Uint8Array(256)
  #length = 0
  #pending = 0
  #pendingBits = 0

  /** Writes the lowest `bits` (at most 24) of a value, highest first. */
  writeBits(value: number, bits: number): void {
    const pending = (this.#pending << bits) | value
    let pendingBits = this.#pendingBits + bits
    if (this.#length + 4 > this.#bytes.length) this.#grow()
    while (pendingBits >= 8) {
      pendingBits -= 8
      this.#bytes[this.#length++] = pending >>> pendingBits
    }
    this.#pending = pending & ((1 << pendingBits) - 1)
    this.#pendingBits = pendingBits
  }

  /**
   * Writes an exponential-Golomb code of order `order` (0 to 15): for q = (value >> order) + 1 with n bits, n - 1
   * zeros, q, then the lowest `order` bits of the value. Values up to 2^30.
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

  /** Pads the last byte with zeros. Returns the number of bytes. */
  closeByte(): number {
    if (this.#pendingBits > 0) this.writeBits(0, 8 - this.#pendingBits)
    return this.#length
  }

  /** Appends the buffer to other bytes, its last byte padded with zeros, and clears it. */
  moveTo(bytes: ByteWriter): void {
    bytes.writeBytes(this.#bytes, this.closeByte())
    this.#length = 0
  }

  /** Discards what was written. */
  clear(): void {
    this.closeByte()
    this.#length = 0
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

/** Number of bits that `BitWriter.writeCode` writes for a value. */
export function countCodeBits(value: number, order: number): number {
  return 2 * (32 - Math.clz32((value >>> order) + 1)) - 1 + order
}
