import { listSelection, toOrdinals, type Selection } from '#core/selection.ts'
import { ContractError } from './contract-error.ts'

/** As many ordinals as a file may stand for, far more than an archive has: a few hostile bytes must not ask for all memory. */
const mostOrdinals = 1 << 26

/** Neighbours that follow each other are written one by one up to here: the two numbers of a run would not be shorter. */
const shortestRun = 3

/**
 * Packs ordinals as deltas (the first one as it is, then the distance to the one before), each an unsigned LEB128
 * varint: seven bits a byte, lowest first, the top bit set on all but the last. As no distance is zero, a zero begins a run: the
 * number after it says how many ordinals follow, each one more than the one before.
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

/** How many ordinals from one place on are each one more than the one before it. */
function countRun(ordinals: Uint32Array, at: number): number {
  let end = at
  while (end < ordinals.length && ordinals[end] === (ordinals[end - 1] ?? 0) + 1) end++
  return end - at
}

/**
 * Reads what `toSelectionBytes` wrote.
 * @throws ContractError when the bytes end inside a number or a run, leave the 32-bit range or stand for too many ordinals.
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
    // A run gives all ordinals on the way, a distance only the last.
    if (isRun) while (previous < last - 1) ordinals[length++] = ++previous
    ordinals[length++] = last
    previous = last
  }
  return listSelection(ordinals)
}

/** The numbers of a file, and how many ordinals they stand for. */
function readNumbers(bytes: Uint8Array): { numbers: Float64Array; count: number } {
  const numbers = new Float64Array(bytes.length)
  let length = 0
  let number = 0
  let shift = 0
  let count = 0
  let isRun = false
  for (const byte of bytes) {
    // Nearly all of a long list are single bytes: no power is taken for them.
    number += shift === 0 ? byte & 127 : (byte & 127) * 2 ** shift
    shift += 7
    if (byte > 127) continue
    if (isRun && number === 0) throw new ContractError('selection: a run of nothing')
    count += isRun ? number : number === 0 && length > 0 ? 0 : 1
    isRun = !isRun && number === 0 && length > 0
    numbers[length++] = number
    number = 0
    shift = 0
  }
  if (shift > 0 || isRun) throw new ContractError('selection: cut off inside a number or a run')
  if (count > mostOrdinals) throw new ContractError('selection: more ordinals than an archive has')
  return { numbers: numbers.subarray(0, length), count }
}
