import { hashDataFile } from '#contract/data-hash.ts'
import type { DataKind, FileHash } from '#contract/file-names.ts'
import { toSha256 } from '#shape/digest.ts'
import { canHash } from '#reader/data/files/can-hash.ts'

/** Makes the test that proves the bytes of a data file of any kind, for `fetchBytes`. */
export function toFileProof(kind: DataKind, hash: FileHash) {
  return async (bytes: Uint8Array): Promise<boolean> =>
    !canHash() || (await hashDataFile(kind, bytes, toSha256)) === hash
}
