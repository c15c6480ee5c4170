import { availableParallelism } from 'node:os'
import { openThreadPool } from '#builder/ground/threads/thread-pool.ts'
import * as ownThread from './index-work.ts'
import type { MergeWork, SegmentPieces } from './index-work.ts'
import type { RecordBatch } from './record-texts.ts'

/** Indexes posts, on this thread or on worker threads. */
export interface IndexThreads {
  /** Most tasks in flight: enough to keep every thread busy, few enough to keep memory flat. */
  tasksAtOnce: number
  /** Transfers `batch`, which cannot be used afterwards. */
  indexPosts(batch: RecordBatch): Promise<Uint8Array>
  mergeIntoRun(work: MergeWork): Promise<void>
  mergeIntoSegment(work: MergeWork): Promise<SegmentPieces>
  close(): Promise<void>
}

// A thread takes a quarter of a second to load the program: fewer posts are faster without.
const fewestToIndex = 2_048

// Merging is faster than indexing, but a thread for it also frees this one to write or serve the site.
const fewestToMerge = 1_024

/** A larger post might not fit into a thread's heap. */
const mostThreadBytes = 8 << 20

/** Starts as many threads as indexing `posts` is worth. Tasks in flight reject when `signal` aborts. */
export function openIndexThreads(posts: number, signal?: AbortSignal): Promise<IndexThreads> {
  return openThreads(posts < fewestToIndex ? 0 : availableParallelism(), signal)
}

/** Starts as many threads as merging `posts` is worth, at most one for each of `parts`; `signal` as above. */
export function openMergeThreads(
  posts: number,
  { parts, signal }: { parts: number; signal?: AbortSignal | undefined },
): Promise<IndexThreads> {
  return openThreads(posts < fewestToMerge ? 0 : Math.min(parts, availableParallelism()), signal)
}

async function openThreads(
  threads: number,
  signal: AbortSignal | undefined,
): Promise<IndexThreads> {
  signal?.throwIfAborted()
  if (threads === 0 || availableParallelism() < 2) return makeOwnThread()
  const pool = await openThreadPool<RecordBatch | MergeWork, unknown>({
    source: 'outputs/search/index-work.ts',
    name: 'indexPostsAway',
    threads,
    // With the default heap, each thread would take 100 MB more and be no faster.
    heap: { young: 8, old: 512 },
  })
  const stopping = { signal }
  // Results have the type that the named function returns.
  return {
    tasksAtOnce: threads + 1,
    indexPosts: async (batch) =>
      batch.bytes.length > mostThreadBytes
        ? ownThread.indexPosts(batch)
        : (pool.run(batch, {
            name: 'indexPostsAway',
            transferList: [batch.bytes.buffer],
            ...stopping,
          }) as Promise<Uint8Array>),
    mergeIntoRun: (work) =>
      pool.run(work, { name: 'mergeIntoRunAway', ...stopping }) as Promise<void>,
    mergeIntoSegment: (work) =>
      pool.run(work, { name: 'mergeIntoSegmentAway', ...stopping }) as Promise<SegmentPieces>,
    close: () => pool.destroy(),
  }
}

function makeOwnThread(): IndexThreads {
  return {
    tasksAtOnce: 1,
    indexPosts: async (batch) => ownThread.indexPosts(batch),
    mergeIntoRun: async (work) => ownThread.mergeIntoRun(work),
    mergeIntoSegment: async (work) => ownThread.mergeIntoSegment(work),
    close: () => Promise.resolve(),
  }
}
