/**
 * Inverse of `takeFarRepeats`, for at most `most` bytes.
 * @throws RangeError when the bytes are not of that form, or stand for more.
 */
export function putBackRepeats(packed: Uint8Array, most: number): Uint8Array {
  const numbers = readNumbers(packed)
  const bytes = new Uint8Array(most)
  let rest = numbers.end
  let length = 0
  const copyRest = (count: number): void => {
    if (rest + count > packed.length || length + count > most) throw new RangeError('cut off')
    bytes.set(packed.subarray(rest, rest + count), length)
    rest += count
    length += count
  }
  for (const [before, from, repeated] of numbers.repeats) {
    copyRest(before)
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

function readNumbers(packed: Uint8Array): { repeats: [number, number, number][]; end: number } {
  let at = 0
  const read = (): number => {
    let number = 0
    for (let shift = 0; shift < 32; shift += 7) {
      const byte = packed[at++]
      if (byte === undefined) break
      number += (byte & 127) * 2 ** shift
      if (byte < 128) return number
    }
    throw new RangeError('no number')
  }
  const count = read()
  // Each takes three bytes at least: what a few hostile bytes say must not exhaust the memory.
  if (count * 3 > packed.length) throw new RangeError('too many repeats')
  const repeats: [number, number, number][] = []
  for (let repeat = 0; repeat < count; repeat++) repeats.push([read(), read(), read()])
  return { repeats, end: at }
}
