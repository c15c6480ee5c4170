import { queryOptions } from '@tanstack/react-query'
import type { ArticleBody } from '#contract/body-pack.ts'
import { dataPath } from '#contract/file-names.ts'
import { cutSource } from '#contract/source-pack.ts'
import { toHex } from '#core/bytes/to-hex.ts'
import { canHash } from '#reader/data/files/can-hash.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { fetchBytes } from '#reader/data/files/fetch-file.ts'
import { toSha256 } from '#shape/digest.ts'

/** The bytes of a source file. */
export interface SourceFile {
  bytes: Uint8Array
  /** Whether they are those of the hash that the body tells: false only where the browser cannot hash. */
  isProven: boolean
}

/** The source file of a post as the site keeps it; null where it does not. */
export const sourceQuery = ({
  id,
  source,
  keptSource,
}: Pick<ArticleBody, 'id' | 'source' | 'keptSource'>) =>
  queryOptions({
    queryKey: ['source', id, keptSource?.pack, source?.sha256],
    queryFn: async ({ signal }): Promise<SourceFile | null> => {
      if (keptSource === undefined || source === undefined) return null
      const path = dataPath('sources', keptSource.pack)
      const pack = await fetchBytes(path, { hash: keptSource.pack, signal })
      const bytes = cutSource(pack, keptSource)
      const isProven = canHash()
      if (bytes === undefined) throw new DataError('contract', path, {})
      // A whole pack with another file at this place is a fault of the build, not of the transfer.
      if (isProven && toHex(await toSha256(bytes)) !== source.sha256) {
        throw new DataError('corrupt', path, {})
      }
      // A copy: the file is kept without its neighbours.
      return { bytes: bytes.slice(), isProven }
    },
    gcTime: 60_000,
  })
