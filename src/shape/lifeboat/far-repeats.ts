import { joinBytes } from '#core/bytes/join-bytes.ts'
import { shortestRepeat } from './put-back-repeats.ts'

/** gzip sees this far back. What repeats within is left to it. */
const nearBytes = 32_768
const shortest = shortestRepeat
const slotBits = 18
const factor = 0x01000193

/**
 * Takes out what repeats from further back than gzip sees: pages and titles recur all over an archive. The result begins
 * with the number of repeats; of each follow how many bytes come before it, where it begins and its length, as unsigned
 * LEB128; then all other bytes. Blocks at multiples of 32 bytes are remembered by their hash, and every place is compared
 * with them (Bentley and McIlroy, Data compression with long repeated strings).
 */
export function takeFarRepeats(bytes: Uint8Array): Uint8Array {
  const numbers = new NumberBytes()
  const rest: Uint8Array[] = []
  let repeats = 0
  let done = 0
  for (const { at, from, length } of findRepeats(bytes)) {
    numbers.write(at - done)
    numbers.write(from)
    numbers.write(length)
    rest.push(bytes.subarray(done, at))
    done = at + length
    repeats++
  }
  const count = new NumberBytes()
  count.write(repeats)
  return joinBytes([count.end(), numbers.end(), ...rest, bytes.subarray(done)])
}

interface Repeat {
  at: number
  from: number
  length: number
}

function* findRepeats(bytes: Uint8Array): Generator<Repeat> {
  // One more than the first byte of a block; 0 where none has the hash. The first block with a hash is kept.
  const blocks = new Uint32Array(1 << slotBits)
  const leaving = toPower(shortest - 1)
  let done = 0
  let known = 0
  let hash = hashOf(bytes, 0)
  for (let at = 0; at + shortest <= bytes.length; at++) {
    for (; known + nearBytes <= at; known += shortest) {
      const slot = toSlot(hashOf(bytes, known))
      if (blocks[slot] === 0) blocks[slot] = known + 1
    }
    const from = (blocks[toSlot(hash)] ?? 0) - 1
    if (from >= 0 && at >= done) {
      const repeat = extend(bytes, { at, from, done })
      if (repeat !== undefined) {
        yield repeat
        done = repeat.at + repeat.length
        at = done - 1
        hash = hashOf(bytes, done)
        continue
      }
    }
    hash =
      Math.imul(hash - Math.imul(bytes[at] ?? 0, leaving), factor) + (bytes[at + shortest] ?? 0)
  }
}

/** The repeat around a block, as far as it reaches on both sides; `undefined` where only the hash is the same. */
function extend(
  bytes: Uint8Array,
  { at, from, done }: { at: number; from: number; done: number },
): Repeat | undefined {
  let before = 0
  while (at - before > done && from - before > 0 && isSame(bytes, at, from, -before - 1)) before++
  let length = 0
  // What is repeated must have ended before the repeat begins.
  while (
    at + length < bytes.length &&
    from + length < at - before &&
    isSame(bytes, at, from, length)
  ) {
    length++
  }
  if (length < shortest) return undefined
  return { at: at - before, from: from - before, length: length + before }
}

function isSame(bytes: Uint8Array, one: number, other: number, step: number): boolean {
  return bytes[one + step] === bytes[other + step]
}

function hashOf(bytes: Uint8Array, start: number): number {
  let hash = 0
  for (let at = start; at < start + shortest; at++)
    hash = Math.imul(hash, factor) + (bytes[at] ?? 0)
  return hash | 0
}

function toPower(exponent: number): number {
  let power = 1
  for (let at = 0; at < exponent; at++) power = Math.imul(power, factor)
  return power
}

function toSlot(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - slotBits)
}

/** Numbers as unsigned LEB128. */
class NumberBytes {
  readonly #bytes: number[] = []

  write(number: number): void {
    let rest = number
    for (; rest > 127; rest >>>= 7) this.#bytes.push((rest & 127) | 128)
    this.#bytes.push(rest)
  }

  end(): Uint8Array {
    return Uint8Array.from(this.#bytes)
  }
}
