import { parseCutPack, type ArticleBody, type CutPack } from '#contract/body-pack.ts'
import { dataPath, type FileHash } from '#contract/file-names.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { fetchJson } from '#reader/data/files/fetch-file.ts'
import { isOneFile } from '#reader/links/place.ts'
import { toFileProof } from './prove-file.ts'

/** A pack of bodies, proven, and its name. */
export interface FetchedPack extends CutPack {
  hash: FileHash
}

/**
 * Fetches a pack, whole or cut. One that is cut, on a host, is a damaged copy: it is fetched once more past caches.
 * @throws DataError as `fetchJson` does.
 */
export async function fetchPack(hash: FileHash, signal?: AbortSignal): Promise<FetchedPack> {
  const isProven = toFileProof('bodies', hash)
  const options = { hash, isProven, ...(signal === undefined ? {} : { signal }) }
  const fetch = (cache: RequestCache) =>
    fetchJson(dataPath('bodies', hash), parseCutPack, { ...options, cache })
  let pack = await fetch('default')
  if (!isOneFile && pack.bodies.includes(undefined)) pack = await fetch('reload')
  return { hash, ...pack }
}

/**
 * The body at an ordinal.
 * @throws DataError `absent` where a lifeboat leaves it out, `corrupt` where a host does: sites have whole packs; `contract`
 * where the pack does not reach so far.
 */
export function bodyAt({ hash, firstOrdinal, bodies }: FetchedPack, ordinal: number): ArticleBody {
  const at = ordinal - firstOrdinal
  const body = bodies[at]
  if (body !== undefined) return body
  const leftOut = isOneFile ? 'absent' : 'corrupt'
  throw new DataError(at in bodies ? leftOut : 'contract', dataPath('bodies', hash), {})
}
