// In place of `data/files/site-file.ts`.
import type { ReadOptions } from '#reader/data/files/site-file.ts'
import { openEmbedded } from './embedded-volumes.ts'

export type { ReadOptions }

/**
 * Bytes of a file of the site, from this page itself.
 * @throws DataError `absent`, `cut` or `corrupt`; the abort reason when `signal` fires.
 */
export async function readSiteFile(path: string, { signal }: ReadOptions): Promise<Uint8Array> {
  signal?.throwIfAborted()
  const bytes = await openEmbedded().volumes.read(path)
  signal?.throwIfAborted()
  return bytes
}
