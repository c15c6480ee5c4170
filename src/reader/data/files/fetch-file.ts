import { ContractError } from '#contract/contract-error.ts'
import { toFileHash, type FileHash } from '#contract/file-names.ts'
import { toSha256 } from '#shape/digest.ts'
import { DataError } from './data-error.ts'
import { readSiteFile, type ReadOptions } from './site-file.ts'
import { canHash } from './can-hash.ts'

/** How one file is fetched. */
export interface FetchOptions extends ReadOptions {
  /** Hash in the name of the file; absent for the manifest, which has none. */
  hash?: FileHash
  /** Whether bytes are those of the file, where that is not told by their own hash. */
  isProven?: (bytes: Uint8Array) => boolean | Promise<boolean>
}

/**
 * Reads a file of the site from wherever it can be had, proven; `undefined` for files that come from the host alone.
 */
type ReadElsewhere = (path: string, options: FetchOptions) => Promise<Uint8Array> | undefined

/** Set where files may come from elsewhere than the site's host: see `data/mirrors`, and `asked-files.ts` in the worker. */
export const elsewhere: { read?: ReadElsewhere } = {}

/**
 * Fetches a file of the site, from its host or from elsewhere, and proves it.
 * @throws DataError `offline`, `late`, `status` or `corrupt`; the abort reason when `signal` fires.
 */
export async function fetchBytes(path: string, options: FetchOptions = {}): Promise<Uint8Array> {
  return elsewhere.read?.(path, options) ?? fetchFromHost(path, options)
}

/**
 * Fetches a file from the site's host and proves it. A file that does not match its name is fetched once more past the HTTP cache,
 * because a truncated copy in the cache would otherwise stay there forever. Throws as `fetchBytes` does.
 */
export async function fetchFromHost(path: string, options: FetchOptions): Promise<Uint8Array> {
  const { isProven = (bytes: Uint8Array) => hasHash(bytes, options.hash) } = options
  for (const cache of [options.cache ?? 'default', 'reload'] as const) {
    const bytes = await readSiteFile(path, { ...options, cache })
    if (await isProven(bytes)) return bytes
  }
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

/** Whether bytes have a hash; true where there is none, or where the browser cannot hash. */
export async function hasHash(bytes: Uint8Array, hash: FileHash | undefined): Promise<boolean> {
  if (hash === undefined || !canHash()) return true
  return toFileHash(await toSha256(bytes)) === hash
}

function parseJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
}
