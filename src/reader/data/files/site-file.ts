import { joinBytes } from '#core/bytes/join-bytes.ts'
import { toHref } from '#reader/links/paths.ts'
import { DataError } from './data-error.ts'
import { takeEarlyResponse } from './early-response.ts'
import { startSilenceLimit, type SilenceLimit } from './silence-limit.ts'

/** How the bytes of one file are asked for. */
export interface ReadOptions {
  signal?: AbortSignal
  cache?: RequestCache
  /** Folder of the site on its host, for workers, which cannot read it from a page; defaults to the page's. */
  base?: string
  /** Called whenever something of the file arrives. */
  onHeard?: () => void
}

// Their last request fell silent. A second one must not wait in the browser's cache for the first.
const late = new Set<string>()

/**
 * Bytes of a file as the site's host sends them, not proven: `fetch-file.ts` is the only place that proves them.
 * @throws DataError `offline`, `late` or `status`; the abort reason when `signal` fires.
 */
export async function readSiteFile(
  path: string,
  { signal, cache, base, onHeard }: ReadOptions,
): Promise<Uint8Array> {
  const href = toHref(path, base)
  const limit = startSilenceLimit(signal, onHeard)
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
  for (;;) {
    limit.hear()
    const { done = true, value } = (await reader?.read()) ?? {}
    if (done || value === undefined) return joinBytes(pieces)
    pieces.push(value)
  }
}
