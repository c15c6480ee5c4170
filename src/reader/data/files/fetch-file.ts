import { ContractError } from '#contract/contract-error.ts'
import { toFileHash, type FileHash } from '#contract/file-names.ts'
import { DataError } from './data-error.ts'
import { readSiteFile, type ReadOptions } from './site-file.ts'

/** How one file is fetched. */
export interface FetchOptions extends ReadOptions {
  /** Expected hash of the bytes; absent for the manifest, which has no hash. */
  hash?: FileHash
}

/**
 * Fetches a file of the site and verifies its hash. A file that does not match its name is fetched once more past the
 * HTTP cache, because a truncated copy in the cache would otherwise stay there forever.
 * @throws DataError `offline`, `late`, `status` or `corrupt`; the abort reason when `signal` fires.
 */
export async function fetchBytes(path: string, options: FetchOptions = {}): Promise<Uint8Array> {
  const bytes = await readSiteFile(path, options)
  if (await matches(bytes, options.hash)) return bytes
  const again = await readSiteFile(path, { ...options, cache: 'reload' })
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
