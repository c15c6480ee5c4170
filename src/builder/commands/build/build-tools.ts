import type { BuildReport } from '#contract/build-report.ts'
import type { Manifest } from '#contract/manifest.ts'
import type { SegmentSizes } from '#search/segment/plan-segments.ts'
import type { Disk } from '#builder/ground/disk/disk.ts'
import type { Progress } from '#builder/ground/progress.ts'
import type { SeenFolders } from '#builder/read/discover/look-at-folders.ts'
import type { ReaderApp } from '#builder/site/plan/reader-app.ts'
import type { SiteSize } from '#builder/site/write/site-size.ts'

/** What a build works with; tests put their own in place. */
export interface BuildTools {
  /** Gives the built reader; called once the input is known to be good, while the posts are being read. */
  openReaderApp: () => Promise<ReaderApp>
  progress: Progress
  /** Is given the account of all files before anything is written, also when no file could be read as a post. */
  account?: ((report: BuildReport) => Promise<void>) | undefined
  /** Lists the folders' posts and their stamps; asks the disk for every one when absent. */
  look?: ((folders: readonly string[]) => Promise<SeenFolders>) | undefined
  /** The site's folder; the real one when absent. */
  disk?: Disk | undefined
  /** How the search index is cut; the usual way when absent. */
  segmentSizes?: SegmentSizes | undefined
  /** Called as soon as readers see the new build, before obsolete files are removed; never when nothing had to be written. */
  onPublished?: (() => void) | undefined
  /** Stops the build with a `BuildError` until the first file of the site is touched. */
  signal?: AbortSignal | undefined
}

/** What a build gives. */
export interface BuildResult {
  manifest: Manifest
  report: BuildReport
  /** Absent when nothing had to be written. */
  size?: SiteSize
}
