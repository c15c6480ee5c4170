import { availableParallelism } from 'node:os'
import { openThreadPool } from '../thread-pool.ts'
import type { BatchFile } from './prepare-batch.ts'
import type { PreparedPost } from './prepare-post.ts'

/** Reads and cleans posts, in this thread or in others. */
export interface PostPreparer {
  /** Batches that may be under way at once: enough to keep every thread busy, few enough to keep memory flat. */
  batchesAtOnce: number
  prepare(files: BatchFile[]): Promise<PreparedPost[]>
  close(): Promise<void>
}

/** Files that a thread takes at a time. */
export const filesPerBatch = 64

// Threads take a quarter of a second to load the program: fewer posts are done sooner without.
const fewestForThreads = 500

/** Starts what `files` posts are worth. */
export async function openPostPreparer(files: number): Promise<PostPreparer> {
  const threads = availableParallelism()
  if (files < fewestForThreads || threads < 2) return openOwnThread()
  const pool = await openThreadPool<BatchFile[], PreparedPost[]>({
    source: 'ingest/prepare-batch.ts',
    name: 'prepareBatch',
    threads,
    // Left alone, two threads would take 120 MB more and be a twentieth quicker.
    heap: { young: 12 },
  })
  return {
    batchesAtOnce: threads * 3,
    prepare: (batch) => pool.run(batch),
    close: () => pool.destroy(),
  }
}

async function openOwnThread(): Promise<PostPreparer> {
  // Loaded only here: the parsers of posts take longer than a build after which nothing changed.
  const { prepareBatch } = await import('./prepare-batch.ts')
  return {
    batchesAtOnce: 1,
    // What threads send is a copy by nature; here strings must be cut loose from the files they were cut out of.
    prepare: async (batch) => structuredClone(prepareBatch(batch)),
    close: () => Promise.resolve(),
  }
}
