import type { QueryClient } from '@tanstack/react-query'
import { parseUrl } from '#core/address/parse-url.ts'
import { originalsQuery } from '#reader/data/archive/originals-query.ts'
import { readPosts } from '#reader/data/archive/read-posts.ts'
import { manifestQuery } from '#reader/data/archive/site-queries.ts'
import { isOneFile } from '#reader/links/place.ts'

/**
 * Ordinals of the posts whose originals have one of these addresses, ascending; older versions too. It looks through the
 * addresses of all posts: about a megabyte for 16,384 of them.
 * @throws DataError when a file could not be loaded; the signal's reason when it fires.
 */
export async function findByAddress(
  client: QueryClient,
  addresses: readonly string[],
  signal: AbortSignal,
): Promise<number[]> {
  const wanted = new Set(addresses.flatMap((address) => toAddressKey(address) ?? []))
  if (wanted.size === 0) return []
  const found: number[] = []
  const note = (url: string | null | undefined, ordinal: number) => {
    if (typeof url === 'string' && wanted.has(toAddressKey(url) ?? '')) found.push(ordinal)
  }
  const { originals = [], timeline } = await client.ensureQueryData(manifestQuery())
  if (isOneFile || originals.length === 0) {
    // These have the addresses in the bodies alone.
    const ordinals = Uint32Array.from({ length: timeline.rows }, (_, at) => at)
    let ordinal = 0
    for await (const { own } of readPosts(client, ordinals, signal)) note(own.sourceUrl, ordinal++)
    return found
  }
  for (const hash of originals) {
    signal.throwIfAborted()
    const { firstOrdinal, urls } = await client.ensureQueryData(originalsQuery(hash))
    for (const [at, url] of urls.entries()) note(url, firstOrdinal + at)
  }
  return found
}

/**
 * What addresses of one page have in common: not the scheme, `www.`, a slash at the end, the fragment, or how letters are
 * written in percent signs. `undefined` for what is no address of a page.
 */
export function toAddressKey(address: string): string | undefined {
  const url = parseUrl(address.trim())
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined
  const path = `${url.pathname.replace(/\/+$/, '')}${url.search}`
  return `${url.host.replace(/^www\./, '')}${decode(path)}`
}

/** Writes letters for their percent signs, run by run: one damaged sign leaves the others readable. */
function decode(path: string): string {
  return path.replaceAll(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })
}
