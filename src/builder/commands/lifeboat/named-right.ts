import { createHash } from 'node:crypto'
import { toFileHash } from '#contract/file-names.ts'

/** Whether a data file has the bytes that its name says. The manifest has no such name. */
export function isNamedRight(path: string, bytes: Uint8Array): boolean {
  const hash = /^data\/[a-z]+\/([a-z2-7]{16})\.[a-z]+$/.exec(path)?.[1]
  return hash === undefined || toFileHash(createHash('sha256').update(bytes).digest()) === hash
}
