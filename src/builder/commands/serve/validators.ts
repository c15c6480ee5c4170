import type { Stats } from 'node:fs'
import type { Validators } from './range-request.ts'

/** Makes the validators of a file: a build replaces files whole, so size and time tell one state from another. */
export function toValidators({ size, mtime, mtimeMs }: Stats): Validators {
  return { tag: `"${size}-${mtimeMs}"`, changedAt: mtime.toUTCString() }
}
