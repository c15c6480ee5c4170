import { isImmutable } from '../write/generations.ts'

/** How long a file may be kept: for ever when its name holds its hash, else only while the host confirms it. */
export const cacheRules = {
  immutable: 'public, max-age=31536000, immutable',
  mutable: 'no-cache',
} as const

/** `Cache-Control` of a file of a site, by its path below the site's folder: whoever serves or uploads it. */
export function toCacheRule(path: string): string {
  return isImmutable(path) ? cacheRules.immutable : cacheRules.mutable
}

/** The same as patterns of paths, for hosts that take no others: each is all mutable or all immutable. `*` is anything. */
export const cachePatterns = {
  mutable: ['', 'index.html', '404.html', 'manifest.json', 'posts/*', 'browse/*', 'feeds/*'],
  immutable: ['data/*', 'assets/*'],
} as const
