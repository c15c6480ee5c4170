import type { Manifest } from '#contract/manifest.ts'
import { dataPath, type DataKind, type FileHash } from '#contract/file-names.ts'
import type { CopySource } from '#shape/copy/copy-source.ts'
import { toFileProof } from '#reader/data/archive/prove-file.ts'
import { fetchBytes, fetchJson } from '#reader/data/files/fetch-file.ts'
import { fetchPicture } from '#reader/data/files/fetch-picture.ts'
import { ConcurrencyLimit } from '#reader/data/scheduling/concurrency-limit.ts'

/** A browser opens no more connections to a host. */
const filesAtOnce = 6

/** The files of this site, for a copy. They are not put into the page's cache: those of a long list would fill its memory. */
export function toSiteSource(manifest: Manifest, signal: AbortSignal): CopySource {
  const limit = new ConcurrencyLimit(filesAtOnce)
  const toOptions = (kind: DataKind, hash: FileHash) => {
    return { hash, signal, isProven: toFileProof(kind, hash) }
  }
  return {
    manifest,
    data: (kind, hash) =>
      limit.run(() => fetchBytes(dataPath(kind, hash), toOptions(kind, hash)), signal),
    json: (kind, hash, parse) =>
      limit.run(() => fetchJson(dataPath(kind, hash), parse, toOptions(kind, hash)), signal),
    picture: (file) => limit.run(() => fetchPicture(file, signal), signal),
  }
}
