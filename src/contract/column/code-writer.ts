/** Writes bits, the highest of each byte first. */
export class CodeWriter {
  #bytes = new Uint8Array(1024)
  #length = 0
  #pending = 0
  #pendingBits = 0

  /** Writes the lowest `bits` bits of a number, the highest of them first; at most 30. */
  write(number: number, bits: number): void {
    for (let left = bits; left > 0;) {
      const taken = Math.min(left, 8 - this.#pendingBits)
      left -= taken
      this.#pending = (this.#pending << taken) | ((number >>> left) & ((1 << taken) - 1))
      this.#pendingBits += taken
      if (this.#pendingBits === 8) this.#flush()
    }
  }

  /** All bytes; the last one is filled with zeros. */
  end(): Uint8Array {
    if (this.#pendingBits > 0) this.write(0, 8 - this.#pendingBits)
    return this.#bytes.slice(0, this.#length)
  }

  #flush(): void {
    if (this.#length === this.#bytes.length) {
      const longer = new Uint8Array(this.#length * 2)
      longer.set(this.#bytes)
      this.#bytes = longer
    }
    this.#bytes[this.#length++] = this.#pending
    this.#pending = 0
    this.#pendingBits = 0
  }
}

/** Returns a function that writes a symbol of the canonical code with these lengths, see `toCodeLengths`. */
export function toSymbolWriter(
  lengths: readonly number[],
  writer: CodeWriter,
): (symbol: number) => void {
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const codes = new Uint32Array(total)
  const bits = new Uint8Array(total)
  let symbol = 0
  let code = 0
  for (const [length, symbols] of lengths.entries()) {
    code <<= 1
    for (const end = symbol + symbols; symbol < end; symbol++) {
      codes[symbol] = code++
      bits[symbol] = length
    }
  }
  return (written) => {
    writer.write(codes[written] ?? 0, bits[written] ?? 0)
  }
}
