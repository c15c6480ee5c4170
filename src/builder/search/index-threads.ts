import { availableParallelism } from 'node:os'
import { openThreadPool } from '../thread-pool.ts'
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
const fewestForThreads = 2_048

/** A post above this might be too much for a thread's heap. */
const mostThreadBytes = 8 << 20

/** Starts what `posts` posts are worth. */
export async function openIndexThreads(posts: number): Promise<IndexThreads> {
  const threads = availableParallelism()
  if (posts < fewestForThreads || threads < 2) return makeOwnThread()
  const pool = await openThreadPool<RecordBatch | MergeWork, unknown>({
    source: 'search/index-work.ts',
    name: 'indexPosts',
    threads,
    // Left alone, the threads would take 100 MB more each and be no quicker.
    heap: { young: 8, old: 512 },
  })
  // What comes back is what the function of that name gives.
  return {
    tasksAtOnce: threads + 1,
    indexPosts: async (batch) =>
      batch.bytes.length > mostThreadBytes
        ? ownThread.indexPosts(batch)
        : (pool.run(batch, {
            name: 'indexPosts',
            transferList: [batch.bytes.buffer],
          }) as Promise<Uint8Array>),
    mergeIntoRun: (work) => pool.run(work, { name: 'mergeIntoRun' }) as Promise<void>,
    mergeIntoSegment: (work) =>
      pool.run(work, { name: 'mergeIntoSegment' }) as Promise<MergedSegment>,
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
