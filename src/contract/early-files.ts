import type { FacetName } from '#core/facet/facet.ts'
import type { FileHash } from './file-names.ts'

/** Name of the `meta` element that holds `EarlyFiles` as JSON, in the pages that start the reader. */
export const earlyFilesName = 'broadsheet-early'

/**
 * Files that views start from, named in the page itself so that they are asked for before the manifest has come. Only
 * a hint: the manifest decides.
 */
export interface EarlyFiles {
  /** Hash of the opening. */
  opening: FileHash
  /** Hash of the build report. */
  report: FileHash
  /** Hash of the dictionary of each facet. */
  facets: Readonly<Partial<Record<FacetName, FileHash>>>
  /** Hash of the root of the search index; absent in a site without search. */
  search?: FileHash
}
