/** Bytes that grow as they are written. */
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

  /** Unsigned LEB128: seven bits a byte, lowest first, the top bit set on all but the last. At most 32 bits. */
  writeVarint(value: number): void {
    let rest = value >>> 0
    while (rest > 127) {
      this.writeByte((rest & 127) | 128)
      rest >>>= 7
    }
    this.writeByte(rest)
  }

  /** 32 bits, lowest byte first. */
  writeUint32(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.writeByte((value >>> shift) & 255)
  }

  writeBytes(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** A copy of what was written. */
  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  /** Forgets what was written and keeps the room for more. */
  clear(): void {
    this.#length = 0
  }

  #grow(more: number): void {
    const bytes = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more))
    bytes.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = bytes
  }
}
