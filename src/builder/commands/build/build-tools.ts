import type { BuildReport } from '#contract/build-report.ts'
import type { Manifest } from '#contract/manifest.ts'
import type { SegmentSizes } from '#search/segment/plan-segments.ts'
import type { Disk } from '#builder/ground/disk/disk.ts'
import type { Progress } from '#builder/ground/progress.ts'
import type { SeenFolders } from '#builder/read/discover/scan-folders.ts'
import type { ReaderApp } from '#builder/site/plan/reader-app.ts'
import type { SiteSize } from '#builder/site/write/site-size.ts'

/** Dependencies of a build; tests pass their own. */
export interface BuildTools {
  /** Opens the built reader; called once the input is known to be valid, while the posts are being read. */
  openReaderApp: () => Promise<ReaderApp>
  progress: Progress
  /** Receives the report on all files before anything is written, even when no file is a readable post. */
  account?: ((report: BuildReport) => Promise<void>) | undefined
  /** Lists the posts of the folders with their stamps; absent = scans the disk. */
  look?: ((folders: readonly string[]) => Promise<SeenFolders>) | undefined
  /** The disk of the output folder; absent = the real one. */
  disk?: Disk | undefined
  /** How the search index is split into segments; the default sizes when absent. */
  segmentSizes?: SegmentSizes | undefined
  /**
   * Called as soon as readers see the new build, before obsolete files are removed; not called when nothing was
   * written.
   */
  onPublished?: (() => void) | undefined
  /** Aborts the build with a `BuildError`; has no effect once the first file of the site has changed. */
  signal?: AbortSignal | undefined
}

/** Result of a build. */
export interface BuildResult {
  manifest: Manifest
  report: BuildReport
  /** Absent when nothing was written. */
  size?: SiteSize
}
