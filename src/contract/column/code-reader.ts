import { ContractError } from '../contract-error.ts'

/** Longest code in bits: far more than a column needs, and little enough for whole numbers of 32 bits. */
export const longestCode = 30

/** Bits that are looked up at once: enough for nearly all symbols, and a table that stays in the fastest cache. */
const lookUpBits = 10

/** A canonical prefix code, ready for reading. */
export interface Code {
  /** How many symbols have a code of 0, 1, 2 ... bits. */
  lengths: readonly number[]
  /** For each start of a code its symbol and, in the lowest five bits, its length; 31 where the code is longer. */
  table: Uint32Array
  symbols: number
}

/**
 * Prepares a code with these lengths, see `toCodeLengths`.
 * @throws ContractError when they are too long, or leave codes without a symbol or symbols without a code.
 */
export function toCode(lengths: readonly number[]): Code {
  const symbols = lengths.reduce((sum, length) => sum + length, 0)
  let free = 1
  for (const [bits, length] of lengths.entries()) {
    free = (bits === 0 ? 1 : free * 2) - length
    if (free < 0) break
  }
  if (lengths.length > longestCode + 1 || (symbols > 0 && free !== 0)) {
    throw new ContractError('column: its codes are not those of a prefix code')
  }
  return { lengths, table: toTable(lengths), symbols }
}

function toTable(lengths: readonly number[]): Uint32Array {
  const table = new Uint32Array(1 << lookUpBits).fill(31)
  let symbol = 0
  let start = 0
  for (const [bits, length] of lengths.slice(0, lookUpBits + 1).entries()) {
    for (const end = symbol + length; symbol < end; symbol++) {
      const next = start + (1 << (lookUpBits - bits))
      table.fill((symbol << 5) | bits, start, next)
      start = next
    }
  }
  return table
}

/** Reads bits, the highest of each byte first. */
export class CodeReader {
  readonly #bytes: Uint8Array
  #bit: number

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes
    this.#bit = start * 8
  }

  /** Reads one bit. */
  bit(): number {
    const bit = this.#bit++
    return ((this.#bytes[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1
  }

  /** Reads a symbol. */
  symbol(code: Code): number {
    const known = code.table[this.#peek()] ?? 31
    const bits = known & 31
    if (bits === 31) return this.#readLong(code)
    this.#bit += bits
    return known >>> 5
  }

  /**
   * Call after the last symbol, and in between where much may follow: a reader that runs over the end gives zeros.
   * @throws ContractError when more was read than there is.
   */
  expectInside(): void {
    if (this.#bit > this.#bytes.length * 8) throw new ContractError('column: cut off')
  }

  /** @throws ContractError when not exactly everything was read. */
  expectEnd(): void {
    this.expectInside()
    if (this.#bytes.length * 8 - this.#bit > 7)
      throw new ContractError('column: goes on after its end')
  }

  #peek(): number {
    const at = this.#bit >>> 3
    const bytes = this.#bytes
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    return (three >>> (24 - lookUpBits - (this.#bit & 7))) & ((1 << lookUpBits) - 1)
  }

  /** A symbol whose code is too long for the table, bit by bit. */
  #readLong({ lengths }: Code): number {
    let first = 0
    let symbol = 0
    let code = 0
    for (const length of lengths) {
      if (code - first < length) return symbol + code - first
      symbol += length
      first = (first + length) * 2
      code = code * 2 + this.bit()
    }
    throw new ContractError('column: a code without a symbol')
  }
}
