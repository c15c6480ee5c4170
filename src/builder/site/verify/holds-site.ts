import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { manifestPath } from '#contract/file-names.ts'
import { sumsPath } from '#contract/sums-file.ts'
import { markerPath } from '../write/generations.ts'

/**
 * Whether a folder is that of a site, whole or damaged: it holds the builder's record, or, as copies from a host do, a
 * manifest and its hash.
 */
export function holdsSite(folder: string): boolean {
  const has = (path: string) => existsSync(join(folder, path))
  return has(markerPath) || (has(manifestPath) && has(sumsPath))
}
