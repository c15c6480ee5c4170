import { toOrdinals, type Selection } from '#core/selection/selection.ts'

/** Shorter runs are written one by one, because the two numbers of a run would not be shorter. */
const shortestRun = 3

/**
 * Packs ordinals delta-coded (the first one as is, then the distance to the one before), each an unsigned LEB128
 * varint: seven bits per byte, lowest first, the top bit set on all but the last. Since no distance is zero, a zero
 * starts a run: the next number says how many consecutive ordinals follow.
 */
export function toSelectionBytes(selection: Selection): Uint8Array {
  const ordinals = toOrdinals(selection)
  const bytes = new Uint8Array(ordinals.length * 5)
  let length = 0
  const write = (number: number): void => {
    let rest = number
    for (; rest > 127; rest >>>= 7) bytes[length++] = (rest & 127) | 128
    bytes[length++] = rest
  }
  let at = 0
  let previous = 0
  while (at < ordinals.length) {
    const run = at === 0 ? 0 : countRun(ordinals, at)
    if (run >= shortestRun) {
      write(0)
      write(run)
      at += run
    } else {
      write((ordinals[at] ?? 0) - previous)
      at++
    }
    previous = ordinals[at - 1] ?? 0
  }
  return bytes.slice(0, length)
}

/** Counts the ordinals, starting at `at`, that are each one more than the one before. */
function countRun(ordinals: Uint32Array, at: number): number {
  let end = at
  while (end < ordinals.length && ordinals[end] === (ordinals[end - 1] ?? 0) + 1) end++
  return end - at
}
