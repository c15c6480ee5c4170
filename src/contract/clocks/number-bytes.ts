import { ContractError } from '../contract-error.ts'

/** Writes whole numbers as LEB128: seven bits per byte, lowest first, the top bit set on all but the last. */
export class NumberWriter {
  readonly #bytes: number[] = []

  /** Writes a number from 0 to 2^53 - 1. */
  write(number: number): void {
    let rest = number
    for (; rest > 127; rest = Math.floor(rest / 128)) this.#bytes.push((rest % 128) | 128)
    this.#bytes.push(rest)
  }

  /** Writes a number that may be negative: 0, -1, 1, -2, 2 ... as 0, 1, 2, 3, 4 ... */
  writeSigned(number: number): void {
    this.write(number < 0 ? -number * 2 - 1 : number * 2)
  }

  end(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }
}

/** Reads what `NumberWriter` wrote. */
export class NumberReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Where the next number begins. */
  get at(): number {
    return this.#at
  }

  /** @throws ContractError when the bytes end inside the number, or it is larger than a whole number can be. */
  read(): number {
    let number = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#bytes[this.#at++]
      if (byte === undefined) throw new ContractError('clock: cut off inside a number')
      number += (byte & 127) * scale
      if (number > Number.MAX_SAFE_INTEGER) throw new ContractError('clock: a number is too large')
      if (byte < 128) return number
    }
  }

  /** @throws ContractError as `read` does. */
  readSigned(): number {
    const number = this.read()
    return number % 2 === 0 ? number / 2 : -(number + 1) / 2
  }

  /** Reads a list of ascending numbers: how many, the first, and the distances between them. */
  readAscending({ start, end }: { start: number; end: number }): Uint32Array {
    const length = this.read()
    if (length > end - start) throw new ContractError('clock: more posts than there are')
    const numbers = new Uint32Array(length)
    let last = start - 1
    for (let at = 0; at < length; at++) {
      last += 1 + this.read()
      if (last >= end) throw new ContractError('clock: a post outside its part')
      numbers[at] = last
    }
    return numbers
  }
}

/** Writes a list that `NumberReader.readAscending` reads; none of its numbers is below `start`. */
export function writeAscending(
  writer: NumberWriter,
  numbers: ArrayLike<number>,
  start: number,
): void {
  writer.write(numbers.length)
  let last = start - 1
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] ?? 0
    writer.write(number - last - 1)
    last = number
  }
}
