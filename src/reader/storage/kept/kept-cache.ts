/** Name of the browser's cache for what is kept of a site, by the site's folder: one host may have several sites. */
export function toCacheName(base: string): string {
  return `broadsheet ${base}`
}

/** Opens a browser's cache, and makes none: who has removed what was kept must not find it anew. */
export async function openMadeCache(
  name: string,
  store: Pick<CacheStorage, 'has' | 'open'>,
): Promise<Cache | undefined> {
  return (await store.has(name)) ? store.open(name) : undefined
}

/** Where the cache has the record of what is kept, and of which build: a path below the site's folder that no site has. */
export const keptRecordPath = '.kept/shown'

/** Where the cache has since when the script of the site's worker is gone, milliseconds since 1970. */
export const gonePath = '.kept/gone'

/** Pages that start the reader without a network: the front door, and the one for every other address. */
export const keptPages = { home: 'index.html', other: '404.html' } as const

/** Path in the cache of a file whose content changes under the same name, as one build has it. */
export function toBuildPath(path: string, build: string): string {
  return `${path}?build=${build}`
}

/**
 * Answer with the same headers, to be kept. Without `Vary`: hosts vary by what they pack, and a cache has it unpacked.
 */
export function toKeptResponse(body: BodyInit | null, from: Headers): Response {
  const headers = new Headers(from)
  for (const name of ['vary', 'content-encoding', 'content-length']) headers.delete(name)
  return new Response(body, { headers })
}
