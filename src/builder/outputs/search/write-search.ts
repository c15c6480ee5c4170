import type { Manifest } from '#contract/manifest.ts'
import { mostMergedRuns } from '#search/segment/merge-runs.ts'
import { toRootBytes } from '#search/segment/search-root.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import { planIndex, type IndexSetting, type PlannedRun, type PlannedSegment } from './index-plan.ts'
import { openIndexThreads, openMergeThreads } from './index-threads.ts'
import { RunCache } from './run-cache.ts'
import {
  listSegmentFiles,
  readSegmentMemo,
  writeSegmentMemo,
  type SegmentMemo,
} from './segment-memo.ts'
import {
  makeRuns,
  makeSegment,
  writeSegmentFiles,
  type MadeSegment,
  type SegmentTools,
} from './segment-maker.ts'

/** What writing an index needs besides the posts. */
export interface IndexTools
  extends IndexSetting, Pick<SegmentTools, 'store' | 'writer' | 'progress'> {
  /** Cache folder of the index. */
  folder: string
  /** Aborts indexing and merging, which then reject. */
  signal?: AbortSignal | undefined
}

/** An index whose posts are all indexed, so the posts are no longer needed. The site was not touched. */
export interface PreparedIndex {
  /** Merges all segments ahead of `write`, without touching the site. */
  merge(): Promise<void>
  /**
   * Merges the remaining segments and writes the index into the site. Call it once; other writes may run concurrently.
   */
  write(): Promise<Manifest['search']>
}

/**
 * Indexes the posts of a site, which are in ordinal order. Segments whose posts did not change are kept; in the others,
 * only runs with new or changed posts are indexed again.
 */
export async function prepareSearch(
  posts: OrderedPost[],
  tools: IndexTools,
): Promise<PreparedIndex> {
  const { folder, writer } = tools
  const cache = await RunCache.open(folder)
  const before = await readSegmentMemo(folder)
  const plan = planIndex(posts, tools)
  const memo: SegmentMemo = new Map()
  const missing: PlannedSegment[] = []
  for (const segment of plan) {
    const known = before.get(segment.key)
    if (known !== undefined && (await writer.keep(listSegmentFiles(known)))) {
      memo.set(segment.key, known)
    } else missing.push(segment)
  }
  const work = { ...tools, cache, memo, missing, plan }
  if (missing.length > 0) await indexMissing(work)
  const made: MadeSegment[] = []
  return {
    merge: async () => {
      for await (const segment of mergeMissing(work)) made.push(segment)
    },
    write: async () => {
      for await (const part of made.length > 0 ? made : mergeMissing(work)) {
        await writeSegmentFiles(part, writer)
      }
      return await writeRoot(work)
    },
  }
}

interface IndexWork extends IndexTools {
  cache: RunCache
  /** Segments that are done. */
  memo: SegmentMemo
  /** Segments that are not. */
  missing: PlannedSegment[]
  plan: PlannedSegment[]
}

/** Makes the runs that are not in the cache. */
async function indexMissing(work: IndexWork): Promise<void> {
  const { cache, missing, progress } = work
  const runs = await listMissingRuns(missing, cache)
  const posts = countPosts(runs)
  const threads = await openIndexThreads(posts, work.signal)
  try {
    progress.start('Indexing for search', posts)
    await makeRuns(runs, { ...work, threads })
    progress.end()
  } finally {
    await threads.close()
  }
}

/** Merges the missing segments on new threads: those that indexed still hold memory that is needed now. */
async function* mergeMissing(work: IndexWork): AsyncGenerator<MadeSegment> {
  const { missing, memo, signal } = work
  const runs = missing.flatMap((segment) => segment.runs)
  if (runs.length === 0) return
  const parts = Math.ceil(runs.length / mostMergedRuns)
  const threads = await openMergeThreads(countPosts(runs), { parts, signal })
  try {
    for (const segment of missing) {
      const made = await makeSegment(segment, { ...work, threads })
      memo.set(segment.key, made.segment)
      yield made
    }
  } finally {
    await threads.close()
  }
}

async function writeRoot({ plan, memo, ...tools }: IndexWork): Promise<Manifest['search']> {
  const segments = plan.flatMap(({ key }) => {
    const segment = memo.get(key)
    return segment === undefined ? [] : [{ ...segment.directory, id: segment.id }]
  })
  const root = await tools.writer.writeBytes('search', toRootBytes(segments))
  await writeSegmentMemo(tools.folder, memo)
  await tools.cache.keepOnly(new Set(plan.flatMap(({ runs }) => runs.map(({ key }) => key))))
  return { root }
}

async function listMissingRuns(segments: PlannedSegment[], cache: RunCache): Promise<PlannedRun[]> {
  const missing: PlannedRun[] = []
  const seen = new Set<string>()
  for (const run of segments.flatMap(({ runs }) => runs)) {
    if (seen.has(run.key)) continue
    seen.add(run.key)
    if (!(await cache.has(run.key))) missing.push(run)
  }
  return missing
}

function countPosts(runs: readonly PlannedRun[]): number {
  return runs.reduce((sum, { posts }) => sum + posts.length, 0)
}
