import { availableParallelism } from 'node:os'
import { openThreadPool } from '#builder/ground/threads/thread-pool.ts'
import * as ownThread from './index-work.ts'
import type { MergedSegment, MergeWork } from './index-work.ts'
import type { RecordBatch } from './record-texts.ts'

/** Indexes posts, in this thread or in others. */
export interface IndexThreads {
  /** Tasks that may be under way at once: enough to keep every thread busy, few enough to keep memory flat. */
  tasksAtOnce: number
  /** `batch` cannot be used afterwards. */
  indexPosts(batch: RecordBatch): Promise<Uint8Array>
  mergeIntoRun(work: MergeWork): Promise<void>
  mergeIntoSegment(work: MergeWork): Promise<MergedSegment>
  close(): Promise<void>
}

// Threads take a quarter of a second to load the program: fewer posts are done sooner without.
const fewestToIndex = 2_048

// Merging is quicker, but a thread for it also leaves this one free: to write the site, or to serve one.
const fewestToMerge = 1_024

/** A post above this might be too much for a thread's heap. */
const mostThreadBytes = 8 << 20

/** Starts what indexing so many posts is worth. What is under way in threads fails when `signal` says stop. */
export function openIndexThreads(posts: number, signal?: AbortSignal): Promise<IndexThreads> {
  return openThreads(posts < fewestToIndex ? 0 : availableParallelism(), signal)
}

/** Starts what merging so many posts is worth, of which at most so many `parts` can be merged at once; `signal` as above. */
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
    name: 'indexPosts',
    threads,
    // Left alone, the threads would take 100 MB more each and be no quicker.
    heap: { young: 8, old: 512 },
  })
  const stopping = { signal: signal ?? null }
  // What comes back is what the function of that name gives.
  return {
    tasksAtOnce: threads + 1,
    indexPosts: async (batch) =>
      batch.bytes.length > mostThreadBytes
        ? ownThread.indexPosts(batch)
        : (pool.run(batch, {
            name: 'indexPosts',
            transferList: [batch.bytes.buffer],
            ...stopping,
          }) as Promise<Uint8Array>),
    mergeIntoRun: (work) => pool.run(work, { name: 'mergeIntoRun', ...stopping }) as Promise<void>,
    mergeIntoSegment: (work) =>
      pool.run(work, { name: 'mergeIntoSegment', ...stopping }) as Promise<MergedSegment>,
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
