import { queryOptions } from '@tanstack/react-query'
import { manifestQuery } from '../archive/site-queries.ts'
import { fetchBytes } from '../files/fetch-file.ts'
import { openBrowserVerifier } from './browser-verifier.ts'
import { checkSignature } from './check-signature.ts'

/** Who signed the site; null where the manifest says that nobody did. */
export const signatureQuery = () =>
  queryOptions({
    queryKey: ['signature'],
    queryFn: async ({ client, signal }) => {
      const manifest = await client.ensureQueryData(manifestQuery())
      if (manifest.archive === undefined) return null
      // What the host has now, not what a cache or this device keeps: these files change under their names.
      const read = (path: string) => fetchBytes(path, { signal, cache: 'no-store' })
      return checkSignature(manifest, read, await openBrowserVerifier())
    },
  })
