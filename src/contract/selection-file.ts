import { listSelection, type Selection } from '#core/selection/selection.ts'
import { ContractError } from './contract-error.ts'

/**
 * Maximum number of ordinals in a file, far more than an archive has: a few hostile bytes must not exhaust the memory.
 */
const mostOrdinals = 1 << 26

/**
 * Inverse of `toSelectionBytes`, see `selection-writer.ts`.
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
