import type { BuildReport } from '#contract/build-report.ts'
import type { Manifest } from '#contract/manifest.ts'
import type { PostProblem } from '#core/post/post.ts'
import type { SegmentSizes } from '#search/segment/plan-segments.ts'
import type { PostStore } from '#builder/archive/cache/post-store.ts'
import type { Progress } from '#builder/ground/progress.ts'
import type { WrittenStretch } from '../memo/site-memo.ts'
import type { SitePlan } from '../plan/site-plan.ts'
import type { BuiltSite } from '../verify/built-site.ts'
import type { FileGroups } from '../write/file-groups.ts'
import type { SiteWriter } from '../write/site-writer.ts'
import type { SiteParts, WrittenParts } from './site-parts.ts'

/** One kind of file in a site: how it is planned, written and verified. */
export interface Output {
  /** Plans from the archive alone what to write; `undefined` when this site has no such files. */
  plan(site: SitePlan): PlannedOutput | undefined
  /**
   * Verifies the files of this kind in a built site. Returns one sentence per fault; `site` itself records missing and
   * damaged files.
   */
  verify(manifest: Manifest, site: BuiltSite): Promise<string[]>
}

/** An output that is ready to be written. */
export interface PlannedOutput {
  /** What this output cannot show of the posts; added to the build report. */
  problems?: PostProblem[]
  /**
   * Slow work that touches only the cache, done before the first file of the site changes.
   * @throws BuildError when `signal` aborts it.
   */
  prepare?(tools: PrepareTools): Promise<void>
  /** Writes the files; returns the parts that later outputs and the manifest need. */
  write(tools: WriteTools): Promise<Partial<SiteParts>>
  /** Set when it needs no part of another output, so that it can be written concurrently. */
  isIndependent?: true
  /** Set when it needs the parts of all others, independent ones too. */
  isLast?: true
}

/** Tools of `prepare`. */
export interface PrepareTools {
  store: PostStore
  /** Only for keeping files of the previous build. */
  writer: SiteWriter
  progress: Progress
  /** Key of the running program, see `readProgramKey`. */
  program: string
  /** Absolute path of the build's cache. */
  cacheFolder: string
  /** How the search index is split into segments; the default sizes when absent. */
  segmentSizes?: SegmentSizes | undefined
  signal?: AbortSignal | undefined
}

/** Tools of `write`. */
export interface WriteTools {
  writer: SiteWriter
  store: PostStore
  /** Groups of files that are kept while their sources stay the same. */
  groups: FileGroups
  /** Stretches of the timeline that the previous build wrote, by key. */
  stretches: ReadonlyMap<string, WrittenStretch>
  /** The report on all source files, with the problems of all outputs. */
  report: BuildReport
  progress: Progress
  /** Parts returned by the outputs above this one in the table. */
  parts: WrittenParts
}
