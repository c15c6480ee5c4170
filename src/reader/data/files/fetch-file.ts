import { ContractError } from '#contract/contract-error.ts'
import { toFileHash, type FileHash } from '#contract/file-names.ts'
import { toHref } from '#reader/links/paths.ts'
import { DataError } from './data-error.ts'
import { takeEarlyResponse } from './early-response.ts'
import { startSilenceLimit, type SilenceLimit } from './silence-limit.ts'

/** How one file is fetched. */
export interface FetchOptions {
  /** Expected hash of the bytes; absent for the manifest, which has no hash. */
  hash?: FileHash
  signal?: AbortSignal
  cache?: RequestCache
  /** Folder of the site on its host, for workers, which cannot read it from a page; defaults to the page's. */
  base?: string
}

/**
 * Fetches a file of the site and verifies its hash. A file that does not match its name is fetched once more past the
 * HTTP cache, because a truncated copy in the cache would otherwise stay there forever.
 * @throws DataError `offline`, `late`, `status` or `corrupt`; the abort reason when `signal` fires.
 */
export async function fetchBytes(path: string, options: FetchOptions = {}): Promise<Uint8Array> {
  const bytes = await fetchOnce(path, options)
  if (await matches(bytes, options.hash)) return bytes
  const again = await fetchOnce(path, { ...options, cache: 'reload' })
  if (await matches(again, options.hash)) return again
  throw new DataError('corrupt', path, {})
}

/**
 * Fetches a JSON file and returns the parsed value.
 * @throws DataError as `fetchBytes`, and `contract` when the parser rejects the value.
 */
export async function fetchJson<T>(
  path: string,
  parse: (value: unknown) => T,
  options: FetchOptions = {},
): Promise<T> {
  const bytes = await fetchBytes(path, options)
  try {
    return parse(parseJson(bytes))
  } catch (cause) {
    if (cause instanceof ContractError) throw new DataError('contract', path, { cause })
    // Without a secure context no hash was checked: the broken copy may come from the cache.
    if (options.hash !== undefined && options.cache !== 'reload') {
      return fetchJson(path, parse, { ...options, cache: 'reload' })
    }
    throw new DataError('corrupt', path, { cause })
  }
}

// Their last request fell silent. A second one must not wait in the browser's cache for the first.
const late = new Set<string>()

async function fetchOnce(path: string, { signal, cache, base }: FetchOptions): Promise<Uint8Array> {
  const href = toHref(path, base)
  const limit = startSilenceLimit(signal)
  try {
    const options: RequestInit = {
      cache: late.has(href) ? 'reload' : (cache ?? 'default'),
      credentials: 'same-origin',
      signal: limit.signal,
    }
    const response = await (takeEarlyResponse(href, limit.signal) ?? fetch(href, options))
    if (!response.ok) throw new DataError('status', path, { status: response.status })
    const bytes = await readBody(response, limit)
    late.delete(href)
    return bytes
  } catch (cause) {
    if (cause instanceof DataError || signal?.aborted === true) throw cause
    if (limit.isLate) late.add(href)
    throw new DataError(limit.isLate ? 'late' : 'offline', path, { cause })
  } finally {
    limit.end()
  }
}

async function readBody({ body }: Response, limit: SilenceLimit): Promise<Uint8Array> {
  const reader = body?.getReader()
  const pieces: Uint8Array[] = []
  let length = 0
  for (;;) {
    limit.hear()
    const { done = true, value } = (await reader?.read()) ?? {}
    if (done || value === undefined) break
    pieces.push(value)
    length += value.length
  }
  const [only] = pieces
  if (only !== undefined && pieces.length === 1) return only
  const bytes = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

async function matches(bytes: Uint8Array, hash: FileHash | undefined): Promise<boolean> {
  if (hash === undefined) return true
  // `crypto.subtle` exists only in secure contexts (https, localhost); elsewhere the parsers are the only check.
  const { subtle } = globalThis.crypto
  if (typeof subtle?.digest !== 'function') return true
  const digest = await subtle.digest('SHA-256', new Uint8Array(bytes))
  return toFileHash(new Uint8Array(digest)) === hash
}

function parseJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
}
