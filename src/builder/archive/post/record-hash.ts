import { createHash } from 'node:crypto'

/** Hash of a record's bytes. */
export function toRecordHash(parts: Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('base64url').slice(0, 22)
}
