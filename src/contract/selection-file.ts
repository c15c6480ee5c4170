import { listSelection, toOrdinals, type Selection } from '#core/selection/selection.ts'
import { ContractError } from './contract-error.ts'

/**
 * Maximum number of ordinals in a file, far more than an archive has: a few hostile bytes must not exhaust the memory.
 */
const mostOrdinals = 1 << 26

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

/**
 * Inverse of `toSelectionBytes`.
 * @throws ContractError when the bytes end inside a number or a run, exceed the 32-bit range or encode too many
 * ordinals.
 */
export function parseSelectionBytes(bytes: Uint8Array): Selection {
  const { numbers, count } = readNumbers(bytes)
  const ordinals = new Uint32Array(count)
  let length = 0
  let previous = 0
  for (let at = 0; at < numbers.length; at++) {
    const delta = numbers[at] ?? 0
    const isRun = delta === 0 && length > 0
    const last = previous + (isRun ? (numbers[++at] ?? 0) : delta)
    if (last > 0xffffffff) throw new ContractError('selection: an ordinal leaves 32 bits')
    // A run yields all ordinals on the way, a distance only the last.
    if (isRun) while (previous < last - 1) ordinals[length++] = ++previous
    ordinals[length++] = last
    previous = last
  }
  return listSelection(ordinals)
}

/** Decodes the numbers of a file and counts the ordinals they encode. */
function readNumbers(bytes: Uint8Array): { numbers: Float64Array; count: number } {
  const numbers = new Float64Array(bytes.length)
  let length = 0
  let number = 0
  let shift = 0
  let count = 0
  let isRun = false
  for (const byte of bytes) {
    // In a long list nearly all numbers are single bytes: they need no exponentiation.
    number += shift === 0 ? byte & 127 : (byte & 127) * 2 ** shift
    shift += 7
    if (byte > 127) continue
    if (isRun && number === 0) throw new ContractError('selection: an empty run')
    count += isRun ? number : number === 0 && length > 0 ? 0 : 1
    isRun = !isRun && number === 0 && length > 0
    numbers[length++] = number
    number = 0
    shift = 0
  }
  if (shift > 0 || isRun) throw new ContractError('selection: cut off inside a number or a run')
  if (count > mostOrdinals)
    throw new ContractError('selection: more ordinals than an archive can have')
  return { numbers: numbers.subarray(0, length), count }
}
