import { closeSync, openSync, readSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { countProofBytes } from '#search/segment/block-proof.ts'
import { mostMergedRuns } from '#search/segment/merge-runs.ts'
import { mapInOrder } from '#builder/ground/threads/map-in-order.ts'
import type { OrderedPost } from '#builder/archive/order/order-posts.ts'
import type { Progress } from '#builder/ground/progress.ts'
import { CacheDamage } from '#builder/ground/disk/cache-damage.ts'
import type { PostStore } from '#builder/archive/cache/post-store.ts'
import type { SiteWriter } from '#builder/site/write/site-writer.ts'
import type { PlannedRun, PlannedSegment } from './index-plan.ts'
import type { IndexThreads } from './index-threads.ts'
import type { SegmentPieces } from './index-work.ts'
import type { RecordBatch } from './record-texts.ts'
import type { RunCache, RunFile } from './run-cache.ts'
import { listSegmentFiles } from './segment-memo.ts'

/** What making a segment needs besides its plan. */
export interface SegmentTools {
  cache: RunCache
  threads: IndexThreads
  store: PostStore
  writer: SiteWriter
  progress: Progress
}

/** Indexes posts and puts the runs into the cache. */
export async function makeRuns(
  runs: readonly PlannedRun[],
  { cache, threads, store, progress }: SegmentTools,
): Promise<void> {
  const index = async ({ key, posts }: PlannedRun) => ({
    key,
    posts: posts.length,
    bytes: await threads.indexPosts(await readBatch(posts, store)),
  })
  for await (const { key, posts, bytes } of mapInOrder(runs, threads.tasksAtOnce, index)) {
    await cache.put(key, bytes)
    for (let post = 0; post < posts; post++) progress.step()
  }
}

async function readBatch(posts: OrderedPost[], store: PostStore): Promise<RecordBatch> {
  // Settled pictures change the sizes that the cache knows.
  const pieces: Uint8Array[] = []
  for (const { cached } of posts) {
    const { row, body } = await store.read(cached.record)
    pieces.push(row, body)
  }
  const sizes = Uint32Array.from(pieces, ({ length }) => length)
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return { bytes, sizes }
}

/** A segment in a temp file of the cache. */
export interface MadeSegment extends SegmentPieces {
  path: string
}

/** Merges the runs of a segment, which must all be in the cache, into a temp file. */
export async function makeSegment(
  { key, runs }: PlannedSegment,
  tools: SegmentTools,
): Promise<MadeSegment> {
  const { cache, threads } = tools
  const path = cache.toTemporaryPath(key)
  const files = runs.map((run) => cache.toRunFile(run.key))
  const level = await mergeMany(files, key, tools)
  const pieces = await threads.mergeIntoSegment({ runs: level, to: path })
  if (level !== files) await removeAll(level)
  return { ...pieces, path }
}

/** Merges runs in passes until one more pass can merge them all. */
async function mergeMany(
  runs: RunFile[],
  key: string,
  { cache, threads }: SegmentTools,
): Promise<RunFile[]> {
  let level = runs
  for (let pass = 0; level.length > mostMergedRuns; pass++) {
    const groups = Array.from({ length: Math.ceil(level.length / mostMergedRuns) }, (_, at) => ({
      runs: level.slice(at * mostMergedRuns, (at + 1) * mostMergedRuns),
      to: cache.toTemporaryPath(`${key}-${pass}-${at}`),
    }))
    const merged: RunFile[] = []
    for await (const path of mapInOrder(groups, threads.tasksAtOnce, async (work) => {
      await threads.mergeIntoRun(work)
      return work.to
    })) {
      merged.push({ path, headBytes: 0 })
    }
    if (pass > 0) await removeAll(level)
    level = merged
  }
  return level
}

async function removeAll(files: readonly RunFile[]): Promise<void> {
  for (const { path } of files) await rm(path)
}

/** Writes the blocks of a segment into the site, each with its path behind it, and removes the temp file. */
export async function writeSegmentFiles(
  { segment, paths, path }: MadeSegment,
  writer: SiteWriter,
): Promise<void> {
  const file = openSync(path, 'r')
  const blocks = segment.sizes.length
  let at = 0
  try {
    for (const [number, [target, size]] of listSegmentFiles(segment).entries()) {
      const bytes = new Uint8Array(size)
      const proof = countProofBytes({ number, blocks })
      const length = size - proof
      if (readSync(file, bytes, 0, length, null) !== length) {
        throw new CacheDamage('a segment is cut off')
      }
      bytes.set(paths.subarray(at, at + proof), length)
      at += proof
      await writer.writeImmutable(target, bytes)
    }
  } finally {
    closeSync(file)
  }
  await rm(path)
}
