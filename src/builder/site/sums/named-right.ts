import { hashDataFile } from '#contract/data-hash.ts'
import { parseDataPath } from '#contract/file-names.ts'
import { sha256 } from '#builder/ground/sha256.ts'

/** Whether a data file has the bytes that its name says. The manifest has no such name. */
export async function isNamedRight(path: string, bytes: Uint8Array): Promise<boolean> {
  const named = parseDataPath(path)
  return named === undefined || (await hashDataFile(named.folder, bytes, sha256)) === named.hash
}
