import { hash } from 'node:crypto'

/** SHA-256 of bytes: 32 bytes. */
export function hashBytes(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer')
}

/** SHA-256 of bytes as 64 hexadecimal digits. */
export function toHexSum(bytes: Uint8Array): string {
  return hash('sha256', bytes)
}
