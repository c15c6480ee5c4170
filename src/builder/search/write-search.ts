import type { Manifest } from '#contract/manifest.ts'
import { toRootBytes } from '#search/segment/search-root.ts'
import type { OrderedPost } from '../order/order-posts.ts'
import { planIndex, type IndexSetting, type PlannedRun, type PlannedSegment } from './index-plan.ts'
import { openIndexThreads } from './index-threads.ts'
import { RunCache } from './run-cache.ts'
import {
  listSegmentFiles,
  readSegmentMemo,
  writeSegmentMemo,
  type SegmentMemo,
} from './segment-memo.ts'
import { makeRuns, makeSegment, type SegmentTools } from './segment-maker.ts'

/** What writing an index needs besides the posts. */
export interface IndexTools
  extends IndexSetting, Pick<SegmentTools, 'store' | 'writer' | 'progress'> {
  /** Folder of the cache that is the index's own. */
  folder: string
}

/**
 * Writes the search index of a site. `posts` stand in ordinal order. Segments whose posts are as before are kept; of the others,
 * only new or changed posts are indexed again.
 */
export async function writeSearch(
  posts: OrderedPost[],
  tools: IndexTools,
): Promise<Manifest['search']> {
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
  await makeSegments(missing, { ...tools, cache, memo })
  const segments = plan.flatMap(({ key }) => {
    const segment = memo.get(key)
    return segment === undefined ? [] : [{ ...segment.directory, id: segment.id }]
  })
  const root = await writer.writeBytes('search', toRootBytes(segments))
  await writeSegmentMemo(folder, memo)
  await cache.keepOnly(new Set(plan.flatMap(({ runs }) => runs.map(({ key }) => key))))
  return { root }
}

async function makeSegments(
  segments: PlannedSegment[],
  tools: IndexTools & { cache: RunCache; memo: SegmentMemo },
): Promise<void> {
  if (segments.length === 0) return
  const { cache, memo, progress } = tools
  const runs = await listMissingRuns(segments, cache)
  const posts = countPosts(runs)
  // Merging a post costs about a quarter of indexing it.
  const merged = countPosts(segments.flatMap((segment) => segment.runs)) / 4
  const threads = await openIndexThreads(posts + merged)
  try {
    progress.start('Indexing for search', posts)
    await makeRuns(runs, { ...tools, threads })
    for (const segment of segments) {
      memo.set(segment.key, await makeSegment(segment, { ...tools, threads }))
    }
    progress.end()
  } finally {
    await threads.close()
  }
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
