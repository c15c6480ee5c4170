import { manifestPath } from '#contract/file-names.ts'
import { keysPath, keysSignaturePath } from '#contract/signing/keys-file.ts'
import { signaturePath } from '#contract/signing/signed-head.ts'
import { sumsPath } from '#contract/sums-file.ts'
import { isImmutable } from '../write/generations.ts'

/** Caching: for ever when the file name contains the content hash, else revalidated with the host on every use. */
export const cacheRules = {
  immutable: 'public, max-age=31536000, immutable',
  mutable: 'no-cache',
} as const

/**
 * `Cache-Control` of a site's file by its path below the site's folder, the same for all ways of serving and
 * uploading.
 */
export function toCacheRule(path: string): string {
  return isImmutable(path) ? cacheRules.immutable : cacheRules.mutable
}

/**
 * The same as path patterns, for hosts that are configured with them. Each covers only mutable or only immutable
 * files; `*` matches anything.
 */
export const cachePatterns = {
  mutable: [
    '',
    'index.html',
    '404.html',
    manifestPath,
    sumsPath,
    signaturePath,
    keysPath,
    keysSignaturePath,
    'sw.js',
    'posts/*',
    'browse/*',
    'feeds/*',
  ],
  immutable: ['data/*', 'assets/*'],
} as const
