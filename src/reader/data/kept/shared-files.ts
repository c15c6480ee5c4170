import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { dataPath, manifestPath } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { parseOffline } from '#contract/offline-file.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { parseBuildId } from '#reader/data/archive/published-build-query.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { fetchJson } from '#reader/data/files/fetch-file.ts'
import { toHref } from '#reader/links/paths.ts'
import { keptPages, toBuildPath, toKeptResponse } from '#reader/storage/kept/kept-cache.ts'

/** The host has another build than this page: what is kept must be of one. */
export class OtherBuildError extends Error {
  override readonly name = 'OtherBuildError'
}

/** The files that any list needs, with their sizes. */
export const sharedFilesQuery = () =>
  queryOptions({
    queryKey: ['shared-files'],
    queryFn: async ({ client, signal }) => {
      const { offline: hash } = await client.ensureQueryData(manifestQuery())
      if (hash === undefined) throw new DataError('contract', 'offline', {})
      return fetchJson(dataPath('offline', hash), parseOffline, { hash, signal })
    },
  })

/** A file to be kept, as the host has sent it. */
export interface SentFile {
  /** Path in the cache. */
  path: string
  bytes: number
  answer: Response
}

/** Path of the manifest in the cache, as one build has it. */
export function toManifestPath({ buildId }: Pick<Manifest, 'buildId'>): string {
  return toBuildPath(manifestPath, buildId)
}

/**
 * The manifest and the pages that start the reader, of this page's build.
 * @throws OtherBuildError when the host has them of another build; DataError when it cannot be asked.
 */
export async function fetchBuildFiles(
  client: QueryClient,
  signal: AbortSignal,
): Promise<SentFile[]> {
  const manifest = await client.ensureQueryData(manifestQuery())
  const { buildId, opening } = manifest
  const sent = await send(manifestPath, signal)
  const text = new TextDecoder().decode(sent.bytes)
  if (readBuild(text) !== buildId) throw new OtherBuildError('the host has another build')
  const files = [toSent(toManifestPath(manifest), sent)]
  for (const page of Object.values(keptPages)) {
    // Hosts answer the one with status 404, and some lead from the other to the folder: its text says what it is.
    const path = page === keptPages.home ? '' : page
    const found = await send(path, signal)
    if (!new TextDecoder().decode(found.bytes).includes(opening)) {
      throw new OtherBuildError(`${page} is not of this build`)
    }
    files.push(toSent(toBuildPath(page, buildId), found))
  }
  return files
}

function readBuild(text: string): string | null {
  try {
    return parseBuildId(JSON.parse(text))
  } catch {
    return null
  }
}

interface Sent {
  bytes: Uint8Array<ArrayBuffer>
  headers: Headers
}

function toSent(path: string, { bytes, headers }: Sent): SentFile {
  return { path, bytes: bytes.length, answer: toKeptResponse(bytes, headers) }
}

/** What the host itself sends: past all caches, else the service worker might answer. */
async function send(path: string, signal: AbortSignal): Promise<Sent> {
  try {
    const how: RequestInit = { cache: 'no-store', credentials: 'same-origin', signal }
    const answer = await fetch(toHref(path), how)
    return { bytes: new Uint8Array(await answer.arrayBuffer()), headers: answer.headers }
  } catch (cause) {
    signal.throwIfAborted()
    throw new DataError('offline', path, { cause })
  }
}

/**
 * A file of the reader itself. Its name changes with its bytes, but does not prove them.
 * @throws DataError `offline`, or `status` where the host has no such file or sends a page instead.
 */
export async function fetchAsset(path: string, signal: AbortSignal): Promise<SentFile> {
  try {
    const answer = await fetch(toHref(path), { credentials: 'same-origin', signal })
    const isPage = answer.headers.get('content-type')?.includes('html') === true
    if (!answer.ok || isPage) throw new DataError('status', path, { status: answer.status })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return toSent(path, { bytes, headers: answer.headers })
  } catch (cause) {
    signal.throwIfAborted()
    throw cause instanceof DataError ? cause : new DataError('offline', path, { cause })
  }
}
