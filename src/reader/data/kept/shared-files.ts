import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { readBuildId } from '#contract/build-id.ts'
import { dataPath, manifestPath } from '#contract/file-names.ts'
import type { Manifest } from '#contract/manifest.ts'
import { parseOffline } from '#contract/offline-file.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { DataError } from '#reader/data/files/data-error.ts'
import { fetchJson } from '#reader/data/files/fetch-file.ts'
import { startSilenceLimit } from '#reader/data/files/silence-limit.ts'
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
  if (readBuildId(sent.bytes) !== buildId) throw new OtherBuildError('the host has another build')
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

interface Sent {
  bytes: Uint8Array<ArrayBuffer>
  headers: Headers
}

function toSent(path: string, { bytes, headers }: Sent): SentFile {
  return { path, bytes: bytes.length, answer: toKeptResponse(bytes, headers) }
}

/** What the host itself sends: past all caches, else the service worker might answer. */
async function send(path: string, signal: AbortSignal): Promise<Sent> {
  return ask(path, { cache: 'no-store', signal })
}

/**
 * A file of the reader itself. Its name changes with its bytes, but does not prove them.
 * @throws DataError `offline`, `late`, or `status` where the host has no such file or sends a page instead.
 */
export async function fetchAsset(path: string, signal: AbortSignal): Promise<SentFile> {
  const check = ({ ok, status, headers }: Response) => {
    const isPage = headers.get('content-type')?.includes('html') === true
    if (!ok || isPage) throw new DataError('status', path, { status })
  }
  return toSent(path, await ask(path, { signal, check }))
}

interface AskOptions {
  signal: AbortSignal
  cache?: RequestCache
  /** Throws for an answer that is none. */
  check?: (answer: Response) => void
}

async function ask(path: string, { signal, cache, check }: AskOptions): Promise<Sent> {
  const limit = startSilenceLimit(signal)
  const how: RequestInit = { credentials: 'same-origin', signal: limit.signal }
  try {
    const answer = await fetch(toHref(path), cache === undefined ? how : { ...how, cache })
    check?.(answer)
    const watch = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (piece, controller) => {
        limit.hear()
        controller.enqueue(piece)
      },
    })
    limit.hear()
    const heard = new Response(answer.body?.pipeThrough(watch) ?? null)
    return { bytes: new Uint8Array(await heard.arrayBuffer()), headers: answer.headers }
  } catch (cause) {
    signal.throwIfAborted()
    if (cause instanceof DataError) throw cause
    throw new DataError(limit.isLate ? 'late' : 'offline', path, { cause })
  } finally {
    limit.end()
  }
}
