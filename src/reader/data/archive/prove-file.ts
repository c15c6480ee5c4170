import { hashDataFile } from '#contract/data-hash.ts'
import type { FileHash } from '#contract/file-names.ts'
import { toSha256 } from '#shape/digest.ts'
import { canHash } from '#reader/data/files/can-hash.ts'

/** Makes the test that proves the bytes of a file in a folder below `data/`, for `fetchBytes`. */
export function toFileProof(folder: string, hash: FileHash) {
  return async (bytes: Uint8Array): Promise<boolean> =>
    !canHash() || (await hashDataFile(folder, bytes, toSha256)) === hash
}
