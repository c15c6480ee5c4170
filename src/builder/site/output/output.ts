import type { BuildReport } from '#contract/build-report.ts'
import type { Manifest } from '#contract/manifest.ts'
import type { PostProblem } from '#core/post.ts'
import type { SegmentSizes } from '#search/segment/plan-segments.ts'
import type { PostStore } from '#builder/archive/cache/post-store.ts'
import type { Progress } from '#builder/ground/progress.ts'
import type { WrittenStretch } from '../memo/site-memo.ts'
import type { SitePlan } from '../plan/site-plan.ts'
import type { BuiltSite } from '../verify/built-site.ts'
import type { FileGroups } from '../write/file-groups.ts'
import type { SiteWriter } from '../write/site-writer.ts'
import type { SiteParts, WrittenParts } from './site-parts.ts'

/** One kind of file in a site: what is planned for it, how it is written, how a built site is checked for it. */
export interface Output {
  /** Decides from the archive alone what will be written; `undefined` when this site has no such files. */
  plan(site: SitePlan): PlannedOutput | undefined
  /**
   * Checks the files of this kind in a built site and gives one sentence for each fault. Files that are missing or damaged are
   * noted by `site` itself.
   */
  verify(manifest: Manifest, site: BuiltSite): Promise<string[]>
}

/** An output that is ready to be written. */
export interface PlannedOutput {
  /** What of the posts this output cannot show; joins the build report. */
  problems?: PostProblem[]
  /**
   * Slow work before the first file of the site is touched, in the cache alone.
   * @throws BuildError when `signal` stopped it.
   */
  prepare?(tools: PrepareTools): Promise<void>
  /** Writes the files; gives what later outputs and the manifest say of them. */
  write(tools: WriteTools): Promise<Partial<SiteParts>>
  /** Needs no part of another output: it is written beside them. */
  isIndependent?: true
}

/** What an output may use before the site is touched. */
export interface PrepareTools {
  store: PostStore
  /** Only to keep files of the build before. */
  writer: SiteWriter
  progress: Progress
  /** Key of the running program, see `readProgramKey`. */
  program: string
  /** Absolute path of the build's cache. */
  cacheFolder: string
  /** How the search index is cut; the usual way when absent. */
  segmentSizes?: SegmentSizes | undefined
  signal?: AbortSignal | undefined
}

/** What an output may use while the site is written. */
export interface WriteTools {
  writer: SiteWriter
  store: PostStore
  /** Files that stay while what they are made of stays. */
  groups: FileGroups
  /** Stretches of the timeline that the build before wrote, by key. */
  stretches: ReadonlyMap<string, WrittenStretch>
  /** The account of all files, with the problems of all outputs. */
  report: BuildReport
  progress: Progress
  /** What the outputs before this one in the table gave. */
  parts: WrittenParts
}
