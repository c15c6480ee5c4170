import { listSelection, toOrdinals, type Selection } from '#core/selection.ts'
import { ContractError } from './contract-error.ts'

/**
 * Packs ordinals as deltas (the first one as it is, then the distance to the one before), each an unsigned LEB128
 * varint: seven bits a byte, lowest first, the top bit set on all but the last.
 */
export function toSelectionBytes(selection: Selection): Uint8Array {
  const ordinals = toOrdinals(selection)
  const bytes = new Uint8Array(ordinals.length * 5)
  let length = 0
  let previous = 0
  for (const ordinal of ordinals) {
    let delta = ordinal - previous
    previous = ordinal
    while (delta > 127) {
      bytes[length++] = (delta & 127) | 128
      delta >>>= 7
    }
    bytes[length++] = delta
  }
  return bytes.slice(0, length)
}

/**
 * Reads what `toSelectionBytes` wrote.
 * @throws ContractError when the bytes end inside a number, repeat an ordinal or leave the 32-bit range.
 */
export function parseSelectionBytes(bytes: Uint8Array): Selection {
  const ordinals = new Uint32Array(bytes.length)
  let length = 0
  let previous = 0
  let delta = 0
  let shift = 0
  for (const byte of bytes) {
    // Nearly all of a long list are single bytes: no power is taken for them.
    delta += shift === 0 ? byte & 127 : (byte & 127) * 2 ** shift
    shift += 7
    if (byte > 127) continue
    const ordinal = previous + delta
    if (ordinal > 0xffffffff || (delta === 0 && length > 0)) {
      throw new ContractError('selection: ordinals do not ascend within 32 bits')
    }
    ordinals[length++] = ordinal
    previous = ordinal
    delta = 0
    shift = 0
  }
  if (shift > 0) throw new ContractError('selection: cut off inside a number')
  return listSelection(ordinals.slice(0, length))
}
