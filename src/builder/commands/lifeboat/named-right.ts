import { createHash } from 'node:crypto'
import { parseDataPath, toFileHash } from '#contract/file-names.ts'

/** Whether a data file has the bytes that its name says. The manifest has no such name. */
export function isNamedRight(path: string, bytes: Uint8Array): boolean {
  const hash = parseDataPath(path)?.hash
  return hash === undefined || toFileHash(createHash('sha256').update(bytes).digest()) === hash
}
