const firstBytes = 1 << 16

/** Byte strings of any length, one a row, in one piece of memory. */
export class BlobColumn {
  #bytes: Buffer
  #ends: Uint32Array
  #rows: number

  /** Takes bytes that end at the given places, as `parts` gave them. */
  constructor(bytes: Buffer = Buffer.alloc(firstBytes), ends: Uint32Array = new Uint32Array(0)) {
    this.#bytes = bytes
    this.#ends = ends
    this.#rows = ends.length
  }

  get rows(): number {
    return this.#rows
  }

  /** Adds a row. */
  add(value: Uint8Array): void {
    const start = this.start(this.#rows)
    this.#reserve(start + value.length)
    this.#bytes.set(value, start)
    this.#end(start + value.length)
  }

  /** Adds a row of text, or of the bytes that it stands for. */
  addText(text: string, encoding: 'utf8' | 'hex' = 'utf8'): void {
    const start = this.start(this.#rows)
    // No character takes more than three bytes a code unit.
    this.#reserve(start + text.length * 3)
    this.#end(start + this.#bytes.write(text, start, encoding))
  }

  /** Adds a row of numbers, four bytes each. */
  addNumbers(numbers: readonly number[]): void {
    let end = this.start(this.#rows)
    this.#reserve(end + numbers.length * 4)
    for (const number of numbers) end = this.#bytes.writeUInt32LE(number, end)
    this.#end(end)
  }

  /** Numbers of a row that `addNumbers` added. */
  numbersAt(row: number): number[] {
    const numbers: number[] = []
    const end = this.#ends[row] ?? 0
    for (let at = this.start(row); at < end; at += 4) numbers.push(this.#bytes.readUInt32LE(at))
    return numbers
  }

  at(row: number): Buffer {
    return this.#bytes.subarray(this.start(row), this.#ends[row])
  }

  textAt(row: number): string {
    return this.#bytes.toString('utf8', this.start(row), this.#ends[row])
  }

  /** Whether a row holds just the first `length` of some bytes. */
  equals(row: number, bytes: Buffer, length: number): boolean {
    const start = this.start(row)
    if ((this.#ends[row] ?? 0) - start !== length) return false
    const own = this.#bytes
    // Byte by byte: for a name or two, the way out of the language and back takes longer.
    for (let at = 0; at < length; at++) if (own[start + at] !== bytes[at]) return false
    return true
  }

  /** Place of a row's first byte; of the row behind the last, the number of all bytes. */
  start(row: number): number {
    return row === 0 ? 0 : (this.#ends[row - 1] ?? 0)
  }

  /** Bytes of some rows, side by side, as they lie in memory. */
  bytesOf(first: number, rows: number): Uint8Array {
    return this.#bytes.subarray(this.start(first), this.start(first + rows))
  }

  #end(end: number): void {
    if (this.#rows === this.#ends.length) {
      const ends = new Uint32Array(Math.max(1024, this.#rows * 2))
      ends.set(this.#ends)
      this.#ends = ends
    }
    this.#ends[this.#rows++] = end
  }

  #reserve(bytes: number): void {
    if (bytes <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(bytes, this.#bytes.length * 2))
    this.#bytes.copy(larger)
    this.#bytes = larger
  }
}
