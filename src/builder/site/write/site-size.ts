import type { BuiltFiles } from './built-files.ts'
import { isImmutable, type GenerationRecord } from './generations.ts'

/**
 * Size of a published site: all files in its folder, those included that it keeps of the previous build for open
 * pages.
 */
export interface SiteSize {
  files: number
  bytes: number
  /** Prerendered pages of posts. */
  pages: number
  largest: { path: string; bytes: number }
}

/** Measures a site whose folder holds the files of the newest build of a record and those that stay of the one before. */
export function measureSite(files: BuiltFiles, { generations }: GenerationRecord): SiteSize {
  const size: SiteSize = { files: 0, bytes: 0, pages: 0, largest: { path: '', bytes: 0 } }
  for (const [path, bytes] of files.list()) {
    size.bytes += bytes
    if (path.startsWith('posts/')) size.pages++
    if (bytes > size.largest.bytes) size.largest = { path, bytes }
  }
  const kept = generations[1]?.files.filter((path) => isImmutable(path) && !files.has(path))
  // Plus the marker itself.
  size.files = files.count + (kept?.length ?? 0) + 1
  return size
}
