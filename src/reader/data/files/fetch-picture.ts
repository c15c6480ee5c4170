import type { FileHash } from '#contract/file-names.ts'
import { picturePath, type PictureFile } from '#contract/picture-file.ts'
import { fetchBytes } from './fetch-file.ts'

/**
 * Fetches a picture that the archive keeps, and proves it by its name.
 * @throws DataError as `fetchBytes` does; the abort reason when `signal` fires.
 */
export function fetchPicture(file: PictureFile, signal: AbortSignal): Promise<Uint8Array> {
  const [hash = ''] = file.split('.')
  return fetchBytes(picturePath(file), { hash: hash as FileHash, signal })
}
