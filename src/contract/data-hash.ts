import { toFileHash, type FileHash } from './file-names.ts'
import { hashPack, type AnySha256 } from './pack-file.ts'

/**
 * The hash that a data file with these bytes has in its name, by its folder below `data/`; `undefined` for bytes that no
 * file there has. Blocks of the search index are proven otherwise: see `search/segment/block-proof.ts`.
 */
export async function hashDataFile(
  folder: string,
  bytes: Uint8Array,
  sha256: AnySha256,
): Promise<FileHash | undefined> {
  return folder === 'bodies' ? hashPack(bytes, sha256) : toFileHash(await sha256(bytes))
}
