// Copying up to this many bytes one by one is faster than creating a subarray.
const fewBytes = 48

/** A growing buffer of bytes. */
export class ByteWriter {
  #bytes = new Uint8Array(256)
  #length = 0

  get length(): number {
    return this.#length
  }

  writeByte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1)
    this.#bytes[this.#length++] = value
  }

  /**
   * Writes unsigned LEB128: seven bits per byte, lowest first, the top bit set on all but the last. At most 32 bits.
   */
  writeVarint(value: number): void {
    let rest = value >>> 0
    while (rest > 127) {
      this.writeByte((rest & 127) | 128)
      rest >>>= 7
    }
    this.writeByte(rest)
  }

  /** Writes 32 bits, lowest byte first. */
  writeUint32(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.writeByte((value >>> shift) & 255)
  }

  /** Writes the first `length` bytes; all of them by default. */
  writeBytes(bytes: Uint8Array, length = bytes.length): void {
    if (this.#length + length > this.#bytes.length) this.#grow(length)
    if (length > fewBytes) this.#bytes.set(bytes.subarray(0, length), this.#length)
    else for (let at = 0; at < length; at++) this.#bytes[this.#length + at] = bytes[at] ?? 0
    this.#length += length
  }

  /** Writes the contents of another writer. */
  writeAll(other: ByteWriter): void {
    this.writeBytes(other.#bytes, other.#length)
  }

  /** Returns a copy of what was written. */
  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  /** Discards what was written but keeps the memory. */
  clear(): void {
    this.#length = 0
  }

  #grow(more: number): void {
    const bytes = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more))
    bytes.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = bytes
  }
}
