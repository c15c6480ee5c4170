/** What repeats in fewer bytes is left to gzip: three numbers, which stand for a repeat, take up to ten. */
export const shortestRepeat = 32

/**
 * Inverse of `takeFarRepeats`, for at most `most` bytes.
 * @throws RangeError when the bytes are not of that form, or stand for more.
 */
export function putBackRepeats(packed: Uint8Array, most: number): Uint8Array {
  // Read twice: a list of what hostile bytes say would fill the memory.
  let rest = findEnd(packed, most)
  const numbers = new PackedNumbers(packed)
  const bytes = new Uint8Array(most)
  let length = 0
  const copyRest = (count: number): void => {
    if (rest + count > packed.length || length + count > most) throw new RangeError('cut off')
    bytes.set(packed.subarray(rest, rest + count), length)
    rest += count
    length += count
  }
  for (let left = numbers.next(); left > 0; left--) {
    copyRest(numbers.next())
    const from = numbers.next()
    const repeated = numbers.next()
    if (repeated < shortestRepeat)
      throw new RangeError('a repeat that is longer than what it stands for')
    if (from + repeated > length || length + repeated > most) throw new RangeError('out of range')
    bytes.copyWithin(length, from, from + repeated)
    length += repeated
  }
  copyRest(packed.length - rest)
  return bytes.subarray(0, length)
}

/** Most bytes that a form of so many takes: what stands for a repeat is shorter than it. */
export function toMostPacked(bytes: number): number {
  return bytes + 8
}

/** Where the numbers end. */
function findEnd(packed: Uint8Array, most: number): number {
  const numbers = new PackedNumbers(packed)
  const count = numbers.next()
  if (count * 3 > packed.length || count * shortestRepeat > most)
    throw new RangeError('too many repeats')
  for (let left = count * 3; left > 0; left--) numbers.next()
  return numbers.at
}

/** Numbers as unsigned LEB128, one after the other. */
class PackedNumbers {
  at = 0
  readonly #packed: Uint8Array

  constructor(packed: Uint8Array) {
    this.#packed = packed
  }

  next(): number {
    let number = 0
    for (let shift = 0; shift < 32; shift += 7) {
      const byte = this.#packed[this.at++]
      if (byte === undefined) break
      number += (byte & 127) * 2 ** shift
      if (byte < 128) return number
    }
    throw new RangeError('no number')
  }
}
